const SCHEMA_MAX_BYTES = 65_536;
const SCHEMA_MAX_DEPTH = 20;

/** Why a schema of a stranger is not worked with at all; checked before anything walks through it. @returns null: it is fine */
export function findSchemaFault(schema: object): string | null {
  if (isDeeper(schema, SCHEMA_MAX_DEPTH))
    return `Its inputs are nested deeper than ${SCHEMA_MAX_DEPTH} levels.`;
  if (Buffer.byteLength(JSON.stringify(schema)) > SCHEMA_MAX_BYTES)
    return `The description of its inputs is larger than ${SCHEMA_MAX_BYTES / 1_024} KiB.`;
  return null;
}

function isDeeper(value: unknown, levels: number): boolean {
  if (value === null || typeof value !== 'object') return false;
  return levels === 0 || Object.values(value).some((item) => isDeeper(item, levels - 1));
}
