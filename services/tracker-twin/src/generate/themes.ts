/** What initiatives of this company are called, and which areas of the product they are about. */
export const THEMES: readonly { readonly name: string; readonly areas: readonly string[] }[] = [
  theme('One-tap checkout', 'CHK PAY WEB'),
  theme('Unified stock', 'INV ORD CAT POS'),
  theme('Sell in the Nordics', 'TAX SHP PAY L10'),
  theme('Same-day payouts', 'PAY BIL FIN ACC'),
  theme('A till that never goes down', 'POS HWD SRE'),
  theme('Merchant 360', 'DAT SUP RPT'),
  theme('Returns without e-mail', 'ORD SHP INV'),
  theme('Enterprise readiness', 'IDN PLT BIL'),
  theme('Open the API', 'API PLT IDN'),
  theme('Self-serve onboarding', 'ONB BIL GRW'),
  theme('Holiday season resilience', 'PLT SRE CHK'),
  theme('Retire the monolith', 'PLT ORD CAT'),
  theme('Wholesale for everyone', 'B2B CAT BIL'),
  theme('Loyalty that travels', 'LOY MOB POS'),
  theme('Kitchen to table', 'RST POS HWD'),
  theme('Fraud under one in a thousand', 'FRD PAY MLP'),
  theme('Subscriptions, second edition', 'SUB BIL PAY'),
  theme('Invoices by law', 'ACC TAX BIL'),
  theme('Search that sells', 'SRC CAT MLP'),
  theme('Bookings beta', 'BKG MOB MKT'),
  theme('An app for the shop floor', 'MOB INV POS'),
  theme('Partner economy', 'PRT API MKP'),
  theme('Books that balance', 'ACC FIN PAY'),
  theme('Forecasts merchants trust', 'MLP DAT INV'),
  theme('Accessible storefront', 'DSN WEB CHK'),
  theme('Latin America launch', 'L10 PAY TAX'),
  theme('Marketplaces in sync', 'MKP INV ORD'),
  theme('Capital for small shops', 'FIN DAT FRD'),
  theme('Hardware, third generation', 'HWD POS MOB'),
  theme('Support in one screen', 'SUP IDN INS'),
];

function theme(name: string, areas: string) {
  return { name, areas: areas.split(' ') };
}
