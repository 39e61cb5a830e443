import { BarChart } from "echarts/charts";
import { AriaComponent, GridComponent, LegendComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import type { Picture } from "./picture.ts";
import { BAR, LEGEND, told } from "./picture.ts";

/* Only what the pictures take. Drawn as SVG, so that the theme's variables colour it on every screen and on paper. */
use([BarChart, GridComponent, LegendComponent, AriaComponent, SVGRenderer]);

const COLOURS = ["var(--chart-1)", "var(--chart-2)", "var(--chart-3)"];
const INK = "var(--ink)";

const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0);

function optionOf(picture: Picture, { clientWidth: width }: HTMLElement): Record<string, unknown> {
  const { series, rows, stacked, write } = picture;
  /* The text is measured before it is drawn, so its font has to be told. */
  const { fontFamily } = getComputedStyle(document.body);
  const text = { color: INK, fontFamily, fontSize: 13 };
  const last = series.length - 1;
  const label = (at: number, name: number) => (stacked ? write(sum(rows[name]?.values ?? [])) : write(rows[name]?.values[at] ?? 0));
  return {
    animation: false,
    textStyle: text,
    aria: { enabled: true, label: { description: told(picture) }, decal: { show: series.length > 1 } },
    legend: series.length > 1 ? { top: 0, left: 0, itemWidth: 18, itemHeight: 12, selectedMode: false, textStyle: text } : { show: false },
    grid: { top: series.length > 1 ? LEGEND : 4, bottom: 4, left: 4, right: 64, outerBoundsMode: "same", outerBoundsContain: "axisLabel" },
    xAxis: { type: "value", axisLabel: { show: false }, splitLine: { show: false } },
    yAxis: {
      type: "category", inverse: true, data: rows.map(({ name }) => name),
      axisTick: { show: false }, axisLine: { lineStyle: { color: "var(--line-strong)" } },
      axisLabel: { ...text, fontSize: 12, lineHeight: 13, interval: 0, width: Math.min(190, width * 0.42), overflow: "break" },
    },
    series: series.map((name, at) => ({
      type: "bar", name, ...(stacked && { stack: "whole" }), barWidth: BAR, barGap: "0%", itemStyle: { color: COLOURS[at] },
      cursor: rows.some(({ href }) => href) ? "pointer" : "default", emphasis: { disabled: true },
      data: rows.map(({ values }) => values[at] ?? 0),
      label: { ...text, show: !stacked || at === last, position: "right", formatter: ({ dataIndex }: { dataIndex: number }) => label(at, dataIndex) },
    })),
  };
}

/** Draws bars into an element and follows its width; the returned function takes them away. */
export function drawBars(element: HTMLElement, picture: Picture, pick: (href: string) => void): () => void {
  const chart = init(element, null, { renderer: "svg" });
  chart.setOption(optionOf(picture, element));
  chart.on("click", ({ dataIndex }) => {
    const href = picture.rows[dataIndex]?.href;
    if (href) pick(href);
  });
  const watcher = new ResizeObserver(() => {
    chart.resize();
    chart.setOption(optionOf(picture, element));
  });
  watcher.observe(element);
  return () => {
    watcher.disconnect();
    chart.dispose();
  };
}
