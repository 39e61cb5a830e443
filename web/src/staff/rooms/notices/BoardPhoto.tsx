import type { Notice } from "@domain/notice/notice.ts";
import { Button } from "../../../shared/components.tsx";
import { FieldGroup } from "../../../shared/field.tsx";
import { say } from "../../../shared/language.tsx";
import { usePosting } from "../../actions/usePosting.ts";
import type { WithId } from "../../data/convert.ts";
import { Outcome, useOutcome } from "../../parts/Outcome.tsx";
import { Photos } from "../../parts/Photos.tsx";
import { useKept } from "../../parts/useKept.ts";
import { NOTICE_WORDS } from "./words.ts";

/** Records one more photo of the board, such as the one at the period's end. */
export function BoardPhoto({ notice }: { notice: WithId<Notice> }) {
  const [{ photos }, setPhotos, drop] = useKept<{ photos: string[] }>(`board.${notice.id}`, { photos: [] });
  const { post, progress, underWay } = usePosting();
  useOutcome(progress, ({ applied }) => applied > 0 && drop());
  const photo = photos[0];
  const send = () => photo && void post({ type: "recordBoard", area: notice.village, targets: [notice.id], input: { photo }, about: notice.villageName });
  return (
    <>
      <FieldGroup id="boardPhoto" label={say(NOTICE_WORDS.addPhoto)} required>
        <Photos id="boardPhotoInput" label={say(NOTICE_WORDS.addPhoto)} village={notice.village} kind="board" most={1} photos={photos} onChange={(next) => setPhotos({ photos: next })} />
      </FieldGroup>
      {photo && <div class="buttons"><Button kind="primary" busy={underWay} onClick={send}>{say(NOTICE_WORDS.record)}</Button></div>}
      <Outcome progress={progress} nameOf={() => notice.villageName} done={() => say(NOTICE_WORDS.recorded)} />
    </>
  );
}
