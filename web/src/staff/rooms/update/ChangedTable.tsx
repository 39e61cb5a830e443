import type { ChangedField } from "@domain/forms/changedFields.ts";
import type { Column } from "../../../shared/components.tsx";
import { Table, Tag } from "../../../shared/components.tsx";
import { inWords } from "../../../shared/form/inWords.ts";
import { say } from "../../../shared/language.tsx";
import { UPDATE_WORDS } from "./words.ts";

/** Field by field what differs between two forms of a household or village. Numbers are masks on both sides. */
export function ChangedTable({ changed, none }: { changed: readonly ChangedField[]; none: string }) {
  if (changed.length === 0) return <p class="soft">{none}</p>;
  return <Table rows={changed} columns={columnsOf()} caption={say(UPDATE_WORDS.whatChanged)} quiet rowKey={({ path }) => path} onPhone="stack" />;
}

function columnsOf(): Column<ChangedField>[] {
  return [
    { key: "item", head: say(UPDATE_WORDS.item), names: true, cell: ({ section, row, label }) => <span class="rowName"><span class="wraps">{say(label)}</span><span class="soft">{say(section)}{row && ` · ${row}`}</span></span> },
    { key: "was", head: say(UPDATE_WORDS.was), cell: ({ field, before, after }) => <span class="wasNow wraps">{field ? <del>{inWords(field, before)}</del> : after === undefined ? <Tag tone="ended">{say(UPDATE_WORDS.rowWent)}</Tag> : ""}</span> },
    { key: "now", head: say(UPDATE_WORDS.now), cell: ({ field, before, after }) => <span class="wasNow wraps">{field ? <ins>{inWords(field, after)}</ins> : before === undefined ? <Tag tone="running">{say(UPDATE_WORDS.rowCame)}</Tag> : ""}</span> },
  ];
}
