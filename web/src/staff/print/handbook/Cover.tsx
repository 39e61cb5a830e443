import { REGISTRATION } from "@domain/forms/registration.ts";
import { dayInChinese } from "../chinese.ts";
import { answer } from "../forms/answer.ts";
import { QrCode } from "./QrCode.tsx";
import type { Copy, HandbookData } from "./types.ts";
import { COPIES } from "./types.ts";

/** The cover: issuer, number, householder, which copy, and the code that proves the version. */
export function Cover({ book: { place, no, version, address, year, printedOn, registration }, copy }: { book: HandbookData; copy: Copy }) {
  const of = (path: string) => answer(REGISTRATION, registration, path);
  const rows = [
    ["手册编号", `${no}（第 ${version} 版）`],
    ["户主姓名", of("head.householderName")],
    ["家庭住址", `${place.county}${place.town}${place.village}${of("head.groupName")}`],
    ["建档年度", `${year}年`],
  ] as const;
  return (
    <div class="cover">
      <p class="copy">{COPIES[copy]}</p>
      <p class="coverCounty">{place.county}</p>
      <h2 class="coverTitle">扶贫手册</h2>
      <table class="coverTable">
        <colgroup><col style={{ width: "30mm" }} /><col /></colgroup>
        <tbody>{rows.map(([label, text]) => <tr key={label}><th scope="row">{label}</th><td>{text}</td></tr>)}</tbody>
      </table>
      <div class="coverQr">
        <QrCode text={address} size={34} label="手册版本核验码" />
        <p>扫码可核验本手册是否为现行版本；码中没有个人信息。<br /><span class="address">{address}</span></p>
      </div>
      <p class="coverIssuer">{place.county}扶贫开发办公室　印制<br />{dayInChinese(printedOn)}</p>
    </div>
  );
}
