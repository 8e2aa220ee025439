import { endpoints } from '@speedtax/contract';
import { getInitiatives, getReader, getTeams } from '../../api/company.ts';
import { fetchApi } from '../../api/fetch-api.ts';
import { Empty } from '../../parts/empty.tsx';
import { Section } from '../../parts/section.tsx';
import { Sentence } from '../../parts/sentence.tsx';
import { AddChannel } from './add-channel.tsx';
import { AddRule } from './add-rule.tsx';
import { AddSubscription } from './add-subscription.tsx';
import { AlertBlock } from './alert-block.tsx';
import { ChannelRows } from './channel-rows.tsx';
import { DeliveryRows } from './delivery-rows.tsx';
import { HistoryRows } from './history-rows.tsx';
import { prepareAlert } from './prepare-alert.ts';
import { prepareAlertsNote, prepareAlertsSentence } from './prepare-alerts-sentence.ts';
import { prepareDelivery } from './prepare-delivery.ts';
import { prepareRule } from './prepare-rule.ts';
import { prepareSubscription } from './prepare-subscription.ts';
import { RuleRows } from './rule-rows.tsx';
import { SubscriptionRows } from './subscription-rows.tsx';

const openShown = 50;
const historyShown = 50;
const deliveriesShown = 30;

/** What is beyond its level now, what is watched, who is told, and what became of each message. */
export async function Alerts() {
  const [reader, rules, open, past, channels, subscriptions, deliveries, initiatives, teams] = await Promise.all([
    getReader(),
    fetchApi(endpoints.listAlertRules),
    fetchApi(endpoints.listAlerts, { query: { open: 'true', limit: openShown } }),
    fetchApi(endpoints.listAlerts, { query: { open: 'false', limit: historyShown } }),
    fetchApi(endpoints.listChannels),
    fetchApi(endpoints.listSubscriptions),
    fetchApi(endpoints.listDeliveries, { query: { limit: deliveriesShown } }),
    getInitiatives(),
    getTeams(),
  ]);
  const { timeZone } = reader.organization;
  const canWrite = reader.scopes.includes('write');
  const canAdmin = reader.scopes.includes('admin');
  const alerts = open.items.map((alert) => prepareAlert(alert, timeZone));
  const ruleViews = rules.items.map(prepareRule);
  const names = new Map([
    ...initiatives.items.map(({ initiativeId, name }) => [initiativeId, name] as const),
    ...teams.map(({ teamId, name }) => [teamId, name] as const),
  ]);
  const told = subscriptions.items.map((one) => prepareSubscription(one, { channels: channels.items, rules: ruleViews, names }));
  return (
    <>
      <Sentence
        parts={prepareAlertsSentence(open.items, rules, timeZone)}
        note={prepareAlertsNote(channels.items.length, subscriptions.items.length)}
      />
      {alerts.length > 0 && (
        <Section title="Open" note={open.nextCursor ? `the latest ${alerts.length}` : 'the latest first'}>
          {alerts.map((alert) => (
            <AlertBlock key={alert.id} alert={alert} canAnswer={canWrite} />
          ))}
        </Section>
      )}
      <Section title="What is watched" note="looked at after every sync">
        {ruleViews.length > 0 ? <RuleRows rules={ruleViews} canWrite={canWrite} /> : <Empty words="Nothing is watched." />}
        {canWrite && (
          <AddRule
            initiatives={initiatives.items.map(({ initiativeId, name }) => ({ id: initiativeId, name }))}
            teams={teams.map(({ teamId, name }) => ({ id: teamId, name }))}
          />
        )}
      </Section>
      <Section title="Channels" note="where alerts can be told">
        {channels.items.length > 0 ? (
          <ChannelRows channels={channels.items} canAdmin={canAdmin} />
        ) : (
          <Empty words="There is none yet, so nothing is sent to anybody. Alerts are shown on this page all the same." />
        )}
        {canAdmin && <AddChannel canMail={channels.canMail} />}
      </Section>
      {channels.items.length > 0 && (
        <Section title="Who is told what">
          {told.length > 0 ? (
            <SubscriptionRows subscriptions={told} canWrite={canWrite} />
          ) : (
            <Empty words="No channel is told anything yet." />
          )}
          {canWrite && <AddSubscription channels={channels.items} rules={ruleViews} timeZone={timeZone} />}
        </Section>
      )}
      {deliveries.items.length > 0 && (
        <Section title="Messages" note={deliveries.nextCursor ? `the latest ${deliveries.items.length}` : 'the latest first'}>
          <DeliveryRows deliveries={deliveries.items.map((one) => prepareDelivery(one, timeZone))} canWrite={canWrite} />
        </Section>
      )}
      <Section title="History" note={past.nextCursor ? `the latest ${past.items.length}` : undefined}>
        {past.items.length > 0 ? (
          <HistoryRows alerts={past.items.map((alert) => prepareAlert(alert, timeZone))} />
        ) : (
          <Empty words="No alert has ended yet." />
        )}
      </Section>
    </>
  );
}
