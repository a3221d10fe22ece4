/** The version everything is tested with: the last one that plain `go install` takes. */
export const version = '1.13.5';

/** Where the official archives are; a mirror may stand in by LIVEKIT_DOWNLOAD_BASE, the hashes stay. */
export const officialBase = 'https://github.com/livekit/livekit/releases/download';

const hashes = {
  'linux-x64': ['linux_amd64.tar.gz', 'c020fac437b7cc9b776eef1ad5ea8af77be9acfa07602eca20a3a44930dfbc70'],
  'linux-arm64': ['linux_arm64.tar.gz', '332015305518765fe05bad74fc3a9d9583e635e7dd130de3c4fc563d69c550f3'],
  'win32-x64': ['windows_amd64.zip', '3ec7eaa76ef64063bf21f78364733703e0969612cb92ffd60661ed45fa4a8906'],
};

/**
 * The official archive for a machine, or null where LiveKit publishes none (macOS).
 * @returns {{ path: string, sha256: string } | null}
 */
export function release(platform = process.platform, arch = process.arch) {
  const found = hashes[`${platform}-${arch}`];
  if (found === undefined) return null;
  const [ending, sha256] = found;
  return { path: `v${version}/livekit_${version}_${ending}`, sha256 };
}
