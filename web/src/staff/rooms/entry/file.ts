const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** The bytes of a file in base64, as the functions take it. @throws when it cannot be read. */
export function inBase64(file: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ""));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}

/** Hands a file to the browser's downloads. */
export function saveFile({ name, file }: { name: string; file: string }): void {
  const bytes = Uint8Array.from(atob(file), (letter) => letter.charCodeAt(0));
  const url = URL.createObjectURL(new Blob([bytes], { type: XLSX }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  /* The download has begun by then; until then the address must stay. */
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
