import { figures } from './figures.ts';
import type { EvidenceKind } from './kind.ts';
import { money } from './money.ts';
import { politics } from './politics.ts';
import { provider } from './provider.ts';
import { research } from './research.ts';
import { told } from './told.ts';
import { user } from './user.ts';

/** Kinds of evidence by stage of commissioning (document 003, M23). A new one is a file, a weight under a stage, a line here. */
export const evidenceKinds: readonly EvidenceKind[] = [
  figures,
  told,
  money,
  provider,
  user,
  research,
  politics,
];
