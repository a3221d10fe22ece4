export type LivekitOptions = {
  readonly port: number;
  readonly udpPort: number;
  readonly key: string;
  readonly secret: string;
};
export function livekitConfig(options: LivekitOptions): string;
export function livekitKeys(dataDir: string): { key: string; secret: string };
export function writeLivekitConfig(dataDir: string, options: LivekitOptions): string;
