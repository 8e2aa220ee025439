import { endpoints } from '@speedtax/contract';
import { getReader } from '../../api/company.ts';
import { fetchApi } from '../../api/fetch-api.ts';
import { Sentence } from '../../parts/sentence.tsx';
import { OrganizationForm } from './organization-form.tsx';
import { prepareOrganizationSentence } from './prepare-organization-sentence.ts';

/** What figures are measured with, and what the organization is called. */
export async function OrganizationSettings() {
  const [reader, organization] = await Promise.all([getReader(), fetchApi(endpoints.getOrganization)]);
  return (
    <>
      <Sentence
        parts={prepareOrganizationSentence(organization)}
        note={organization.figuresAreCurrent ? undefined : ['Figures are being found anew with these settings.']}
      />
      <OrganizationForm
        organization={organization}
        zones={Intl.supportedValuesOf('timeZone')}
        canChange={reader.scopes.includes('admin')}
      />
    </>
  );
}
