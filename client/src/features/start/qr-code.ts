// A link as a picture that a telephone reads, drawn in this browser. What works it out comes when somebody asks for it.

export type QrCode = {
  /** Modules along a side, with the quiet zone that readers need around it. */
  readonly size: number;
  /** The dark ones, as the path of a drawing of that size. */
  readonly path: string;
};

/** Modules of light around the code. */
const QUIET = 4;

export const qrCode = async (text: string): Promise<QrCode> => {
  const { encodeQR } = await import('qr');
  const rows = encodeQR(text, 'raw', { border: QUIET, ecc: 'medium' });
  const path = rows.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return { size: rows.length, path: path.join('') };
};
