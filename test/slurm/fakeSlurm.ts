import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** What a make-believe cluster does with jobs, as lines of a shell. */
interface Behaviour {
  /** `sbatch`: `$script` is the script, `$last` the last number of the array, `$log` the pattern of its logs. */
  sbatch: string;
  squeue?: string;
}

/** Runs every task of an array at once, here, before `sbatch` says the number of the job. */
export const runsAtOnce: Behaviour = {
  sbatch: `for task in $(seq 0 "$last"); do
  SLURM_ARRAY_TASK_ID=$task sh "$script" >"$(echo "$log" | sed "s/%A/7/; s/%a/$task/")" 2>&1
done
echo 7`,
};

/** The environment of a machine on which these are the programs of Slurm. */
export function fakeSlurm(folder: string, { sbatch, squeue = 'exit 0' }: Behaviour): NodeJS.ProcessEnv {
  const programs = join(folder, 'programs');
  mkdirSync(programs, { recursive: true });
  const write = (name: string, lines: string) => {
    writeFileSync(join(programs, name), `#!/bin/sh\n${lines}\n`);
    chmodSync(join(programs, name), 0o755);
  };
  write('scontrol', "echo 'MaxArraySize            = 3'");
  write('squeue', squeue);
  write(
    'sbatch',
    `for word; do
  case $word in
    --array=0-*) last=\${word#--array=0-} ;;
    --output=*) log=\${word#--output=} ;;
  esac
  script=$word
done
${sbatch}`,
  );
  return { ...process.env, PATH: `${programs}${delimiter}${process.env.PATH}` };
}
