import type { Bilingual } from "@domain/text.ts";

export const TASK_WORDS = {
  title:            { zh: "我的待办", en: "My tasks" },
  nothing:          { zh: "现在没有等您办理的事", en: "Nothing waits for you now" },
  nothingLead:      { zh: "有新的待办时会自动出现在这里。", en: "What comes up appears here by itself." },
  nobodyYet:        { zh: "现在没有与您结对的农户", en: "No household is paired with you now" },
  nobodyYetLead:    { zh: "镇扶贫专干或包村干部为您结对后，就会出现在这里。", en: "They appear here once the poverty officer or the village cadre has paired them with you." },
  mine:             { zh: "我帮扶的", en: "I help" },
  toHouseholds:     { zh: "查看农户", en: "See the households" },
  waiting:          { zh: "等我办理", en: "Waiting for me" },
  returned:         { zh: "退回重办", en: "Returned" },
  late:             { zh: "已超期", en: "Late" },
  objections:       { zh: "答复异议", en: "Objections to answer" },
  objectionsLead:   { zh: "有异议的农户在答复前不能往下办理。", en: "A household with an objection waits until it is answered." },
  open:             { zh: "启动本次工作", en: "Open the campaign" },
  openLead:         { zh: "核对各项设置后启动，各村才能开始办理。", en: "Check the settings and open it; then the villages can begin." },
  split:            { zh: "分解规模", en: "Split the size" },
  splitLead:        { zh: "把全镇规模分解到各村，公示前须完成。", en: "Split the town's size over its villages before any notice." },
  boards:           { zh: "补拍公示栏照片", en: "Photos of the board" },
  boardsLead:       { zh: "公示期满时要留一张公示栏照片。", en: "A photo of the board is due at the notice's end." },
} as const satisfies Record<string, Bilingual>;
