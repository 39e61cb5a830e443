import { Button } from "../../shared/components.tsx";
import { say } from "../../shared/language.tsx";

type PagerProps = { page: number; pages: number; go: (page: number) => void };

/** Long lists in pages: where one is, and the way on. */
export function Pager({ page, pages, go }: PagerProps) {
  if (pages <= 1) return null;
  return (
    <nav class="pager" aria-label={say({ zh: "翻页", en: "Pages" })}>
      <Button disabled={page <= 1} onClick={() => go(page - 1)}>{say({ zh: "上一页", en: "Previous" })}</Button>
      <span aria-live="polite">{say({ zh: `第 ${page} 页，共 ${pages} 页`, en: `Page ${page} of ${pages}` })}</span>
      <Button disabled={page >= pages} onClick={() => go(page + 1)}>{say({ zh: "下一页", en: "Next" })}</Button>
    </nav>
  );
}
