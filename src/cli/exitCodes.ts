/** What the command returns to the shell. */
export const exitCode = {
  done: 0,
  /** The command could not do it, or found nothing of what was asked for. */
  failed: 1,
  badInput: 2,
  /** 128 plus the number of the signal. */
  interrupted: { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 },
} as const;
