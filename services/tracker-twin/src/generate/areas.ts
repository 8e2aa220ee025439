export type AreaKind = 'product' | 'platform' | 'review' | 'data';

/** A part of the product with a team, or many, of its own. */
export interface Area {
  readonly key: string;
  readonly name: string;
  readonly kind: AreaKind;
  /** What its issues are about. */
  readonly things: readonly string[];
}

/** The company sells software for independent shops: tills, web shops, stock, money. */
export const AREAS: readonly Area[] = [
  area(
    'CHK',
    'Checkout',
    'product',
    'guest checkout|express pay button|discount codes|basket merge|address lookup|gift cards at checkout|order summary|tip prompt',
  ),
  area(
    'PAY',
    'Payments',
    'product',
    'card tokens|3-D Secure step|refund flow|payout schedule|chargeback evidence|saved cards|split payments|acquirer failover',
  ),
  area(
    'PLT',
    'Platform',
    'platform',
    'event bus|service template|feature flags|deploy pipeline|Postgres cluster|message retries|tenant routing|secrets rotation|API gateway|preview environments',
  ),
  area(
    'SEC',
    'Security Review',
    'review',
    'threat model|data flow|token scope|third-party script|file upload|admin permission|webhook signature|retention rule',
  ),
  area(
    'DAT',
    'Data',
    'data',
    'orders mart|merchant 360 model|revenue dashboard|event schema|attribution table|nightly export|churn score|metric definitions',
  ),
  area(
    'INV',
    'Inventory',
    'product',
    'stock counts|low-stock alerts|purchase orders|stock transfers|bundle stock|barcode labels|supplier catalogue|cycle counts',
  ),
  area(
    'POS',
    'Point of Sale',
    'product',
    'till session|offline sales|receipt printer|cash drawer|staff PIN|barcode scanner|park and resume|end-of-day report',
  ),
  area(
    'ORD',
    'Orders',
    'product',
    'order timeline|partial fulfilment|returns portal|order tags|exchange flow|draft orders|order search|cancellation window',
  ),
  area(
    'IDN',
    'Identity',
    'platform',
    'single sign-on|staff roles|session store|passkeys|invite links|audit log|token refresh|account recovery',
  ),
  area(
    'CAT',
    'Catalog',
    'product',
    'product variants|bulk editor|category tree|price lists|product images|option matrix|import wizard|metafields',
  ),
  area(
    'SHP',
    'Shipping',
    'product',
    'rate cards|label printing|pickup points|carrier webhooks|customs forms|delivery promise|tracking page|parcel sizes',
  ),
  area(
    'BIL',
    'Billing',
    'product',
    'plan upgrades|proration|invoice PDF|dunning e-mails|usage meter|annual plans|tax id check|credit notes',
  ),
  area(
    'MOB',
    'Merchant App',
    'product',
    'push notifications|sales widget|camera scanning|home feed|offline cache|deep links|biometric login|tablet layout',
  ),
  area(
    'SRE',
    'Reliability',
    'platform',
    'error budgets|load shedding|on-call rota|regional failover|log pipeline|trace sampling|capacity plan|status page',
  ),
  area(
    'TAX',
    'Tax',
    'product',
    'VAT rates|tax exemptions|OSS report|rounding rules|tax on shipping|fiscal receipts|reverse charge|tax holidays',
  ),
  area(
    'ONB',
    'Onboarding',
    'product',
    'setup checklist|sample store|domain connect|migration from spreadsheets|business verification|first-sale guide|trial banner|plan picker',
  ),
  area(
    'DSN',
    'Design System',
    'platform',
    'date picker|data table|colour tokens|empty states|form validation|icon set|keyboard focus|toast messages',
  ),
  area(
    'LOY',
    'Loyalty',
    'product',
    'points ledger|reward tiers|birthday offers|referral codes|wallet passes|points expiry|member card|double points day',
  ),
  area(
    'MKT',
    'Marketing',
    'product',
    'e-mail campaigns|segment builder|abandoned baskets|sign-up forms|social catalogue|coupon batches|send-time choice|unsubscribe page',
  ),
  area(
    'RPT',
    'Reporting',
    'data',
    'sales report|cohort chart|scheduled reports|custom columns|comparison periods|CSV export|staff performance|margin report',
  ),
  area(
    'FRD',
    'Fraud',
    'product',
    'risk rules|velocity checks|manual review queue|device fingerprint|address mismatch|blocklist|risk score tooltip|fraud webhooks',
  ),
  area(
    'API',
    'Developer API',
    'platform',
    'rate limits|webhook retries|GraphQL schema|API keys|changelog feed|sandbox stores|pagination cursors|SDK generator',
  ),
  area(
    'WEB',
    'Storefront',
    'product',
    'theme editor|page speed|product page|search box|image resizing|navigation menus|wishlist|cookie banner',
  ),
  area(
    'SUP',
    'Support Tools',
    'product',
    'merchant lookup|impersonation|macro replies|refund on behalf|incident banner|case timeline|call notes|entitlement check',
  ),
  area(
    'CMP',
    'Compliance',
    'review',
    'data subject request|PCI scope|audit evidence|vendor assessment|licence text|cookie consent|age check|record keeping',
  ),
  area(
    'HWD',
    'Hardware',
    'product',
    'card reader firmware|terminal pairing|printer discovery|battery report|stand mount|device fleet|cable detection|kiosk mode',
  ),
  area(
    'FIN',
    'Capital',
    'product',
    'cash advance offer|repayment split|underwriting inputs|offer letter|early repayment|eligibility check|lender report|renewal prompt',
  ),
  area(
    'MKP',
    'Marketplaces',
    'product',
    'listing sync|channel fees|stock buffer|order import|category mapping|review import|price rules by channel|channel health',
  ),
  area(
    'B2B',
    'Wholesale',
    'product',
    'price per customer|net terms|quote requests|minimum order|company accounts|order approval|reorder list|credit limit',
  ),
  area(
    'SUB',
    'Subscriptions',
    'product',
    'renewal retries|skip a delivery|prepaid plans|swap product|cancel flow|billing calendar|trial period|upsell offer',
  ),
  area(
    'L10',
    'Localization',
    'platform',
    'translation pipeline|right-to-left layout|number formats|currency display|locale fallback|plural rules|glossary|address formats',
  ),
  area(
    'SRC',
    'Search',
    'product',
    'synonyms|typo tolerance|facets|ranking rules|zero results page|search analytics|index rebuild|visual search',
  ),
  area(
    'BKG',
    'Bookings',
    'product',
    'appointment calendar|staff rota|deposits|reminder messages|waiting list|resource rooms|class passes|no-show fees',
  ),
  area(
    'RST',
    'Restaurants',
    'product',
    'table map|kitchen display|modifiers|split bill|course timing|menu schedule|delivery aggregator|tab transfer',
  ),
  area(
    'MLP',
    'Machine Learning',
    'data',
    'demand forecast|feature store|product recommendations|model registry|label queue|drift alerts|embedding index|offline evaluation',
  ),
  area(
    'QAE',
    'Quality',
    'review',
    'release checklist|regression suite|device lab|accessibility audit|flaky tests|test data|exploratory session|sign-off sheet',
  ),
  area(
    'PRT',
    'Partners',
    'product',
    'partner portal|revenue share|app listing|lead hand-over|referral payout|co-branding|certification|partner sandbox',
  ),
  area(
    'ACC',
    'Accounting',
    'product',
    'ledger export|bank feed match|cost of goods|journal mapping|period lock|fee breakdown|bookkeeper access|VAT return draft',
  ),
  area(
    'INS',
    'Internal Tools',
    'platform',
    'admin console|job scheduler|data repair scripts|feature request board|release notes bot|on-call handover|cost explorer|access requests',
  ),
  area(
    'GRW',
    'Growth',
    'product',
    'pricing page|sign-up form|referral banner|win-back offer|activation e-mail|plan comparison|exit survey|upgrade nudge',
  ),
];

/** What a second, third … team of one area is called. */
export const SQUADS: readonly (readonly [suffix: string, name: string])[] = [
  ['', ''],
  ['W', 'Web'],
  ['M', 'Mobile'],
  ['E', 'Europe'],
  ['A', 'Asia Pacific'],
  ['N', 'Enterprise'],
  ['X', 'Experience'],
  ['R', 'Reliability'],
  ['G', 'Growth'],
  ['I', 'Integrations'],
  ['T', 'Automation'],
  ['S', 'Insights'],
  ['L', 'Latin America'],
  ['Q', 'Quality'],
];

function area(key: string, name: string, kind: AreaKind, things: string): Area {
  return { key, name, kind, things: things.split('|') };
}
