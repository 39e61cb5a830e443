import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Column } from "../../../shared/components.tsx";
import { Card, Table } from "../../../shared/components.tsx";
import { say } from "../../../shared/language.tsx";
import { go, Link } from "../../../shared/router.tsx";
import type { Picture, PictureRow } from "./picture.ts";
import { heightOf } from "./picture.ts";
import { OVERVIEW_WORDS } from "./words.ts";

type PictureCardProps = { picture: Picture; lead?: ComponentChildren; /** How many of its rows are drawn; the table has all. */ most?: number };

/** A picture with its table below it: the table is there for everybody, and alone where nothing can be drawn. */
export function PictureCard({ picture, lead, most = picture.rows.length }: PictureCardProps) {
  const [drawn, setDrawn] = useState(true);
  const shown = { ...picture, rows: picture.rows.slice(0, most) };
  return (
    <Card title={picture.title} class="picture">
      {lead && <p class="soft">{lead}</p>}
      {drawn && <Bars picture={shown} fail={() => setDrawn(false)} />}
      <details class="pictureTable" open={!drawn}>
        <summary>{say(OVERVIEW_WORDS.asTable)}</summary>
        <Table rows={picture.rows} columns={columnsOf(picture)} caption={picture.title} quiet rowKey={({ key }) => key} onPhone="stack" />
      </details>
    </Card>
  );
}

/** The drawing itself; what draws it is fetched when the first one is. */
function Bars({ picture, fail }: { picture: Picture; fail: () => void }) {
  const place = useRef<HTMLDivElement>(null);
  const drawing = JSON.stringify(picture);
  useEffect(() => {
    let here = true;
    let clear: (() => void) | undefined;
    import("./bars.ts").then(
      ({ drawBars }) => {
        if (here && place.current) clear = drawBars(place.current, picture, go);
      },
      () => here && fail(),
    );
    return () => {
      here = false;
      clear?.();
    };
  }, [drawing]);
  return <div ref={place} class="bars" style={{ height: `${heightOf(picture)}px` }} />;
}

function columnsOf({ head, series, write }: Picture): Column<PictureRow>[] {
  return [
    { key: "name", head, names: true, cell: ({ name, href }) => (href ? <Link href={href}>{name}</Link> : name) },
    ...series.map((name, at): Column<PictureRow> => ({ key: `figure${at}`, head: name, align: "end", cell: ({ values }) => write(values[at] ?? 0) })),
  ];
}
