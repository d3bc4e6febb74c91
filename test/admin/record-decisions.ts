import { type Case, type FactValue, type Policy, formatDay, localDay } from "@evenhand/domain";
import { ORIGIN, type TestPerson, type TestService } from "../auth/service.ts";
import { asPerson, publishVersion } from "./publish-version.ts";

/** A policy of the form of the sample company's, under which decisions can be recorded. */
export const CONDUCT = "conduct";

/** Where the policy counts its days, it may be tomorrow already. */
const TODAY = formatDay(localDay(Date.now(), "Asia/Shanghai"));

/** Publishes it: fines by a table, a cap, a statutory guard, working days, and bands of approval. */
export async function publishConduct(service: TestService): Promise<void> {
  const cookie = await service.signIn(await service.person({ roles: ["author"] }));
  await asking(service, "/v1/sample", { method: "POST", cookie });
  const { body } = await service.send("/v1/policies/sample-conduct/versions/3/document", { cookie });
  await publishVersion(service, {
    policy: CONDUCT,
    isNew: true,
    effectiveFrom: TODAY,
    edit: () =>
      ({
        ...body,
        id: CONDUCT,
        version: 1,
        title: { en: "Conduct and damage", zh: "员工行为与损失责任办法" },
        effectiveFrom: TODAY,
      }) as unknown as Policy,
  });
}

type Figures = Readonly<Record<string, { readonly value: number }>>;

/** An open draft of it with other figures, by its id. */
export async function draftOfConduct(
  service: TestService,
  values: Readonly<Record<string, number>>,
): Promise<string> {
  const author = await asPerson(service, "author");
  const begun = await author("/v1/drafts", { body: { policy: CONDUCT } });
  const document = begun["document"] as { readonly parameters: Figures };
  const parameters: Figures = {
    ...document.parameters,
    ...Object.fromEntries(
      Object.entries(values).map(([id, value]) => [id, { ...document.parameters[id], value }] as const),
    ),
  };
  await author(`/v1/drafts/${String(begun["id"])}`, {
    method: "PUT",
    revision: begun["revision"],
    body: { label: "other figures", document: { ...document, parameters } },
  });
  return String(begun["id"]);
}

/** A loss of 3,200.00 by carelessness, for the second time in twelve months: 800.00 of a bonus of 2,000.00. */
export function conductCase(reference: string, change: Readonly<Record<string, FactValue>> = {}): Case {
  const { person = "E2001", timesInYear = 1, intent = "careless", ...facts } = change;
  return {
    reference,
    facts: {
      occurredOn: TODAY,
      reportedOn: TODAY,
      decidedOn: TODAY,
      actOn: TODAY,
      heardOn: TODAY,
      noticeGivenOn: TODAY,
      matter: "equipment-damage",
      site: "suzhou",
      lossAmount: 320_000,
      ...facts,
    },
    parties: [
      {
        id: String(person),
        kind: "person",
        facts: {
          department: "plant-one",
          rank: "staff",
          causedIt: true,
          intent,
          timesInYear,
          monthlyBonus: 200_000,
          monthlyWage: 560_000,
          minimumWage: 252_000,
        },
      },
    ],
  };
}

type Given = {
  readonly case: Case;
  readonly policy?: string;
  readonly departures?: readonly object[];
  readonly reason?: string;
};

/** Records a decision as a handler and gives its id. */
export async function record(service: TestService, handler: TestPerson, given: Given): Promise<string> {
  const cookie = await service.signIn(handler);
  const answer = await asking(service, "/v1/decisions", {
    method: "POST",
    cookie,
    body: { policy: CONDUCT, ...given },
  });
  return String(answer["id"]);
}

/**
 * Records like cases at several sites, for each of which the rules propose 800.00; at one of them 1,200.00 is decided.
 *
 * @param people how many of each site
 */
export async function recordUnequalSites(
  service: TestService,
  handler: TestPerson,
  { people, harsherAt }: { readonly people: Readonly<Record<string, number>>; readonly harsherAt: string },
): Promise<void> {
  const cases = Object.entries(people).flatMap(([site, count]) => Array.from({ length: count }, () => site));
  for (const [index, site] of cases.entries()) {
    const person = `E${4_000 + index}`;
    const departed = {
      departures: [{ party: person, fineMinor: 120_000 }],
      reason: "It happens too often there.",
    };
    await record(service, handler, {
      case: conductCase(`F-${index + 1}`, { person, site }),
      ...(site === harsherAt ? departed : {}),
    });
  }
}

/** Lets somebody appeal against a decision, and another handler reduce it; gives the decision that answers. */
export async function appealAndReduce(
  service: TestService,
  given: {
    readonly decision: string;
    readonly worker: TestPerson;
    readonly handler: TestPerson;
    readonly departures: readonly object[];
  },
): Promise<string> {
  const appeal = await asking(service, `/v1/decisions/${given.decision}/appeals`, {
    method: "POST",
    cookie: await service.signIn(given.worker),
    body: { statement: "The machine had been reported as faulty." },
  });
  const answer = await asking(service, `/v1/appeals/${String(appeal["id"])}/decide`, {
    method: "POST",
    cookie: await service.signIn(given.handler),
    body: {
      verdict: "reduced",
      reason: "The report was found; half of the fine stands.",
      departures: given.departures,
    },
  });
  return String(answer["supersededBy"]);
}

/** A request that is answered as it was meant to be. */
async function asking(
  service: TestService,
  path: string,
  { method, cookie, body }: { readonly method: string; readonly cookie: string; readonly body?: unknown },
): Promise<Readonly<Record<string, unknown>>> {
  const sent = { method, cookie, headers: { Origin: ORIGIN }, ...(body === undefined ? {} : { body }) };
  const answer = await service.send(path, sent);
  if (answer.status >= 300) throw new Error(`${method} ${path} gave ${answer.status}: ${answer.text}`);
  return answer.body;
}
