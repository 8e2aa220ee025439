import type { Company } from '../../company/company.ts';
import type { Initiative, Project } from '../../company/initiative.ts';
import type { Team } from '../../company/team.ts';

type Plan = Project | Initiative;

/** Above the numbers that issues of a team ever get, so that neither takes the other's key. */
const FIRST_NUMBER = 100_001;

/** Keys of epics and initiatives: the company numbers issues only. */
export class PlanKeys {
  readonly #company: Company;
  readonly #places = new Map<Plan, { team: Team; number: number }>();
  readonly #byTeam = new Map<Team, Plan[]>();

  constructor(company: Company) {
    this.#company = company;
  }

  teamOf(plan: Plan): Team {
    return this.#placeOf(plan).team;
  }

  keyOf(plan: Plan): string {
    const { team, number } = this.#placeOf(plan);
    return `${team.key}-${number}`;
  }

  find(teamKey: string, number: number): Plan | undefined {
    if (number < FIRST_NUMBER) return undefined;
    const team = this.#company.teams.all.find(({ key }) => key === teamKey);
    return team && this.#byTeam.get(team)?.[number - FIRST_NUMBER];
  }

  #placeOf(plan: Plan): { team: Team; number: number } {
    const known = this.#places.get(plan);
    if (known) return known;
    const team = this.#findHome(plan);
    const plans = this.#byTeam.get(team) ?? [];
    this.#byTeam.set(team, plans);
    const place = { team, number: FIRST_NUMBER + plans.push(plan) - 1 };
    this.#places.set(plan, place);
    return place;
  }

  /** An epic lives with its first team, an initiative with the first team of its first project. */
  #findHome(plan: Plan): Team {
    const teams = 'teams' in plan ? plan.teams : [plan.leadTeam, ...plan.toProjects.flatMap(({ project }) => project.teams)];
    const home = teams.find((team) => team !== null) ?? this.#company.teams.all[0];
    if (!home) throw new Error(`No team for ${plan.name} to live with`);
    return home;
  }
}
