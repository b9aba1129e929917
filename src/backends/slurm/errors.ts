/** A cluster was asked for what it does not do, or cannot do from here: the user can mend it. The message says how. */
export class ClusterRequestError extends Error {
  override name = 'ClusterRequestError';
}

/** The cluster failed, or tasks on it did. What is done is kept. */
export class ClusterError extends Error {
  override name = 'ClusterError';
}
