import { useMemo } from "preact/hooks";
import { encode } from "uqr";

/** A QR code as one path, `size` mm wide with its quiet zone. */
export function QrCode({ text, size, label }: { text: string; size: number; label: string }) {
  const { path, width } = useMemo(() => {
    const { data, size: modules } = encode(text, { ecc: "M", border: 4 });
    const squares = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x},${y}h1v1h-1z`] : [])));
    return { path: squares.join(""), width: modules };
  }, [text]);
  return (
    <svg class="qr" viewBox={`0 0 ${width} ${width}`} width={`${size}mm`} height={`${size}mm`} role="img" aria-label={label} shape-rendering="crispEdges">
      <path d={path} />
    </svg>
  );
}
