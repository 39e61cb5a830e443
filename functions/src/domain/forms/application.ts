import * as z from "zod";
import { CAUSES } from "./codes2014.ts";
import type { ValueOf } from "./field.ts";
import { form, schemaOf, section } from "./field.ts";
import {
  choice, identity, integer, longText, money, optional, personName, phone, pledge, requiredWhen, shownWhen, text, yesNo,
} from "./fieldKinds.ts";
import type { Facts } from "./facts.ts";

const PEOPLE = { zh: "人", en: "people" };

const SECTIONS = [
  section({ key: "householder", zh: "您家户主是谁？", en: "Who is the head of your household?", source: "5.1" }, {
    name: personName({
      zh: "户主姓名", en: "Name of the head",
      help: { zh: "和户口簿、身份证上一样。", en: "As on the household booklet or identity card." }, national: "AAC029",
      source: "[P9]",
    }),
    idNo: identity({
      zh: "户主身份证号", en: "Identity number of the head",
      help: {
        zh: "18 位。没有身份证的看户口簿；残疾人可填残疾证号。只有经办人能看到全号。",
        en: "18 characters, from the card or the booklet; a disability certificate's also counts. Only those who handle it see it whole.",
      },
      national: "AAC031", source: "[P9]",
    }),
    phone: optional(phone({
      zh: "手机号码", en: "Mobile phone",
      help: { zh: "没有手机可以不填，也可填亲属或村干部的。", en: "May stay empty; a relative's or cadre's is fine." },
      national: "AAR012", source: "[P9]",
    })),
    forOther: yesNo({ zh: "您是替别人申请吗？", en: "Are you applying for somebody else?", source: "[D]" }),
    proxyName: shownWhen({ key: "forOther", equals: true }, personName({
      zh: "您的姓名", en: "Your name", source: "[D]",
    })),
    proxyRelation: shownWhen({ key: "forOther", equals: true }, text({
      zh: "您是户主的什么人", en: "What you are to the head",
      placeholder: { zh: "如：女儿、邻居、社长", en: "such as daughter, neighbour" }, length: 20, source: "[D]",
    })),
  }),
  section({ key: "place", zh: "您家住在哪里？", en: "Where do you live?", source: "5.1" }, {
    groupName: text({
      zh: "社（村民小组）", en: "Villagers' group", placeholder: { zh: "如：二社", en: "such as group 2" }, length: 20,
      national: "AAR007", source: "[P9]",
    }),
    address: text({
      zh: "详细住址", en: "Address", placeholder: { zh: "如：阳屲村二社 12 号", en: "such as no. 12, group 2" },
      length: 80, source: "[P9]",
    }),
  }),
  section({ key: "people", zh: "您家有几口人？", en: "How many people are in your household?", source: "5.1" }, {
    memberCount: integer({
      zh: "家里共有", en: "People in the household",
      help: {
        zh: "按户口簿数，整户申请，不能拆户、分户。",
        en: "As in the household booklet: the whole household applies, not a part of it.",
      },
      min: 1, max: 20, unit: PEOPLE, source: "[P9]",
    }),
    laborCount: integer({
      zh: "能劳动的有", en: "Of them able to work", min: 0, max: 20, unit: PEOPLE, source: "[P9]",
    }),
  }),
  section({
    key: "income", zh: "去年您家平均每人收入多少？", en: "What was your income per head last year?", source: "5.1",
  }, {
    perCapitaNetIncome: money({
      zh: "人均纯收入", en: "Net income per head",
      help: {
        zh: "全家一年的收入，减去种地、养殖的花费，再除以人数。估个大概就行，以后有人上门核算。",
        en: "All income of the year less the cost of farming, divided by the people. A rough figure will do; somebody will come and work it out.",
      },
      max: 1_000_000, national: "AAC082", source: "[P9]",
    }),
  }),
  section({
    key: "cause", zh: "家里困难，主要因为什么？", en: "What is the main reason for the hardship?", source: "5.1",
  }, {
    mainCause: choice({ zh: "主要原因", en: "Main reason", options: CAUSES, national: "AAC007", source: "[P9]" }),
    note: requiredWhen({ key: "mainCause", equals: "other" }, longText({
      zh: "说明", en: "Explain", help: { zh: "几句话就行。选“其他”的必须写。", en: "A few words; needed with \"other\"." },
      length: 300, source: "[P8][P9]",
    })),
  }),
  section({
    key: "relatives", zh: "您家有亲戚是村干部、镇干部吗？", en: "Is a relative of yours a village or town cadre?",
    help: { zh: "有也可以申请，只是那位干部要回避。", en: "You may apply all the same; that cadre then stays out of it." },
    source: "8.1",
  }, {
    isRelative: yesNo({
      zh: "有没有", en: "Is there one", answers: { yes: { zh: "有", en: "Yes" }, no: { zh: "没有", en: "No" } }, source: "[S]",
    }),
    cadreName: shownWhen({
      key: "isRelative", equals: true,
    }, personName({ zh: "干部姓名", en: "Name of the cadre", source: "[D]" })),
    cadreRelation: shownWhen({ key: "isRelative", equals: true }, text({
      zh: "是户主的什么人", en: "What the cadre is to the head", placeholder: { zh: "如：堂兄", en: "such as cousin" },
      length: 20, source: "[D]",
    })),
  }),
  section({ key: "pledge", zh: "请您确认", en: "Please confirm", source: "5.1" }, {
    isTrue: pledge({
      zh: "以上都是真实的，愿意接受调查、评议和公示",
      en: "All this is true; I agree to the survey, the appraisal and the public notice", source: "[P9]",
    }),
  }),
] as const;

/** Annex 3, the household's application: six questions and a pledge, few words, for a farmer on a phone. */
export const APPLICATION = form(
  {
    id: "application", zh: "贫困户申请书", en: "Application of a poor household", year: 2013,
    source: "domain.md, section 5.1",
  },
  SECTIONS,
  [
    {
      code: "laborAboveMembers",
      source: "5.1",
      broken: ({ people }) => (people.laborCount > people.memberCount ? ["people.laborCount"] : []),
      sentence: () => ({
        zh: "“能劳动的有”不能多于“家里共有”的人数，请核对。",
        en: "Those able to work cannot be more than the people in the household; check both.",
      }),
    },
  ],
);

export type Application = ValueOf<typeof SECTIONS>;
export const Application = schemaOf(APPLICATION);

const Declared = z.object({ relatives: z.object({ isRelative: z.literal(true), cadreName: z.string() }) });

/** The cadre whom an application, as staff see it, declares a relative; undefined when it declares none. */
export const declaredCadre = (shown: unknown): string | undefined => Declared.safeParse(shown).data?.relatives.cadreName;

/** What lists and meetings need of an application, until the survey tells it better. */
export function factsOfApplication({ householder, place, people, income, cause }: Application): Facts {
  return {
    householder: householder.name,
    groupName: place.groupName,
    memberCount: people.memberCount,
    residentCount: null,
    laborCount: people.laborCount,
    perCapitaNetIncome: income.perCapitaNetIncome,
    mainCause: cause.mainCause,
    attribute: null,
  };
}
