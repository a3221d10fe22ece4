/**
 * Whether these pages were built to come in only where all is sealed: a setting of the build, `SEALED_ONLY=true`, that no server
 * can take back. It is written into the bundle.
 */
export const isSealedOnly = (): boolean => import.meta.env.SEALED_ONLY === 'true';
