export interface ActionEvents {
  /** They are offered no more; what waits for visitors in conversations has to be closed. */
  'actions-archived': { actionIds: string[] };
}
