/** @param settings of the build, as `SEALED_ONLY` */
export function buildInto(folder: string, settings?: NodeJS.ProcessEnv): Promise<void>;
