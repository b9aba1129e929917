#!/usr/bin/env bash
# A Slurm of one node on this machine, without systemd, all of it in a folder of its own:
#
#   one-node.sh start DIR   starts it; then `export SLURM_CONF=DIR/slurm.conf` and use sbatch as ever
#   one-node.sh stop DIR    ends its jobs and its daemons
#
# It installs nothing. It needs root and the Debian packages: apt-get install --no-install-recommends slurm-wlm munge
set -euo pipefail

[ $# = 2 ] || { sed -n '2,8s/^# \{0,1\}//p' "$0"; exit 2; }
mkdir -p "$2"
run=$(cd "$2" && pwd)
export SLURM_CONF=$run/slurm.conf PATH=$PATH:/usr/sbin:/sbin

start() {
  local tool
  for tool in munged slurmctld slurmd sbatch; do
    command -v "$tool" >/dev/null || { echo "$tool is not installed: apt-get install --no-install-recommends slurm-wlm munge" >&2; exit 3; }
  done
  [ "$(id -u)" = 0 ] || { echo "only root can start a Slurm" >&2; exit 3; }
  # The keeper of keys trusts only folders that nobody else may write to.
  chmod 755 "$run"
  mkdir -p "$run"/{state,spool,log,munge}
  head -c 64 /dev/urandom >"$run/munge/key"
  chmod 400 "$run/munge/key"
  munged --key-file "$run/munge/key" --socket "$run/munge/socket" --pid-file "$run/munged.pid" \
    --log-file "$run/munge/log" --seed-file "$run/munge/seed"
  local port
  port=$(free_ports)
  configuration "$port" "$((port + 1))" >"$SLURM_CONF"
  slurmctld -f "$SLURM_CONF"
  slurmd -f "$SLURM_CONF" -N localhost
  local i
  for i in $(seq 100); do
    if sinfo --noheader --format=%t 2>/dev/null | grep -q '^idle'; then return; fi
    sleep 0.2
  done
  echo "Slurm did not come up; its logs are in $run/log" >&2
  tail -n 20 "$run"/log/*.log >&2 || true
  stop
  exit 1
}

# Two ports side by side at which nobody listens.
free_ports() {
  local port
  while :; do
    port=$((20000 + RANDOM % 20000))
    if ! listens "$port" && ! listens "$((port + 1))"; then echo "$port"; return; fi
  done
}

listens() { (: <"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

configuration() {
  local memory
  memory=$(awk '/^MemTotal/ { print int($2 / 1024 * 0.8) }' /proc/meminfo)
  cat <<END
ClusterName=loop
SlurmctldHost=localhost(127.0.0.1)
SlurmUser=root
SlurmdUser=root
AuthType=auth/munge
AuthInfo=socket=$run/munge/socket
CommunicationParameters=NoInAddrAny,NoCtldInAddrAny
SlurmctldPort=$1
SlurmdPort=$2
SlurmctldPidFile=$run/slurmctld.pid
SlurmdPidFile=$run/slurmd.pid
StateSaveLocation=$run/state
SlurmdSpoolDir=$run/spool
SlurmctldLogFile=$run/log/slurmctld.log
SlurmdLogFile=$run/log/slurmd.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SwitchType=switch/none
MpiDefault=none
ReturnToService=2
SchedulerType=sched/backfill
SchedulerParameters=batch_sched_delay=0,sched_min_interval=100000
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
JobCompType=jobcomp/none
MailProg=/bin/true
MaxArraySize=1001
MaxJobCount=5000
KillWait=1
NodeName=localhost NodeAddr=127.0.0.1 CPUs=$(nproc) RealMemory=$memory State=UNKNOWN
PartitionName=main Nodes=localhost Default=YES MaxTime=INFINITE State=UP
END
}

# Daemons end by the numbers that they wrote down themselves; the keeper of keys last, since the others ask it.
stop() {
  scancel --user=root >/dev/null 2>&1 || true
  local name pid i
  for i in $(seq 25); do
    if [ -z "$(squeue --noheader 2>/dev/null)" ]; then break; fi
    sleep 0.2
  done
  for name in slurmd slurmctld munged; do
    [ -f "$run/$name.pid" ] || continue
    pid=$(cat "$run/$name.pid")
    kill "$pid" 2>/dev/null || continue
    for i in $(seq 100); do
      if ! kill -0 "$pid" 2>/dev/null; then continue 2; fi
      sleep 0.1
    done
    kill -KILL "$pid" 2>/dev/null || true
  done
}

case $1 in
  start | stop) "$1" ;;
  *) echo "start or stop, not $1" >&2; exit 2 ;;
esac
