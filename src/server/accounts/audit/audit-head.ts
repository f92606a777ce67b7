/** The end of a workspace's log, as it was sealed with its last row. */
export interface AuditHead {
  /** The number of the last row; 0: there is none. */
  seq: number;
  hash: string;
  /** The first row that was written under a seal. */
  sealedFrom: number;
}

/** By a key of the workspace that is not in the database: `Vault.digest`. */
export type Digest = (workspaceId: string, text: string) => Promise<string>;

/** SQL: a row of `audit_heads` as it is read, each column null where there is none. */
export const HEAD_COLUMNS =
  'head.seq as head_seq, head.hash as head_hash, head.sealed_from as head_sealed_from, head.seal as head_seal';

export interface HeadRow {
  /** 64-bit numbers come as text. */
  head_seq: string | null;
  head_hash: string | null;
  head_sealed_from: string | null;
  head_seal: string | null;
}

export function sealHead(
  digest: Digest,
  workspaceId: string,
  { seq, hash, sealedFrom }: AuditHead,
): Promise<string> {
  return digest(workspaceId, JSON.stringify(['bellhop audit head', workspaceId, seq, hash, sealedFrom]));
}

/** `none`: nobody has sealed it, or somebody took the seal away. `wrong`: it was not sealed with this installation's secret. */
export async function readHead(
  digest: Digest,
  workspaceId: string,
  row: HeadRow,
): Promise<AuditHead | 'none' | 'wrong'> {
  if (row.head_seal === null) return 'none';
  const head = {
    seq: Number(row.head_seq),
    hash: row.head_hash ?? '',
    sealedFrom: Number(row.head_sealed_from),
  };
  return (await sealHead(digest, workspaceId, head)) === row.head_seal ? head : 'wrong';
}
