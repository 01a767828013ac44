#!/usr/bin/env bash
# Starts a whole Slurm on this machine, for tests: munged, slurmctld and some slurmd, without systemd, cgroups or an accounting
# database. All of it is in one folder, and nothing outside is touched. It must run as root.
#
#   lab.sh up FOLDER [NODES [PROCESSORS]]   starts it; then export SLURM_CONF=FOLDER/slurm.conf
#   lab.sh down FOLDER                      stops what was started there
set -euo pipefail
lab=$2

up() {
	local nodes=${1:-2} processors=${2:-2} host port=$((20000 + $$ % 20000)) i idle
	host=$(hostname -s)
	mkdir -p "$lab"/{state,spool,log,run}
	chmod 0755 "$lab"
	chmod 0711 "$lab/run"
	chmod 0700 "$lab/log"
	(umask 077 && head -c 1024 /dev/urandom >"$lab/run/munge.key")
	munged --force --key-file="$lab/run/munge.key" --socket="$lab/run/munge.socket" --pid-file="$lab/run/munged.pid" \
		--log-file="$lab/log/munged.log" --seed-file="$lab/run/munge.seed"
	{
		cat <<-CONF
			ClusterName=lab
			SlurmctldHost=$host(127.0.0.1)
			SlurmUser=root
			SlurmdUser=root
			AuthType=auth/munge
			AuthInfo=socket=$lab/run/munge.socket,cred_expire=5
			CredType=cred/munge
			SlurmctldPort=$port
			StateSaveLocation=$lab/state
			SlurmdSpoolDir=$lab/spool/%n
			SlurmctldPidFile=$lab/run/slurmctld.pid
			SlurmdPidFile=$lab/run/slurmd-%n.pid
			SlurmctldLogFile=$lab/log/slurmctld.log
			SlurmdLogFile=$lab/log/slurmd-%n.log
			ProctrackType=proctrack/linuxproc
			TaskPlugin=task/none
			JobAcctGatherType=jobacct_gather/none
			AccountingStorageType=accounting_storage/none
			MpiDefault=none
			SwitchType=switch/none
			SelectType=select/cons_tres
			SelectTypeParameters=CR_CPU
			SchedulerType=sched/backfill
			SchedulerParameters=sched_interval=1,bf_interval=1,sched_min_interval=0
			ReturnToService=2
			SlurmdParameters=config_overrides
			KillWait=2
		CONF
		for ((i = 1; i <= nodes; i++)); do
			echo "NodeName=n$i NodeHostname=$host NodeAddr=127.0.0.1 Port=$((port + i)) CPUs=$processors RealMemory=4000 State=UNKNOWN"
		done
		echo "PartitionName=sweep Nodes=ALL Default=YES MaxTime=INFINITE State=UP"
	} >"$lab/slurm.conf"
	export SLURM_CONF=$lab/slurm.conf
	slurmctld -c
	for ((i = 1; i <= nodes; i++)); do
		mkdir -p "$lab/spool/n$i"
		slurmd -N "n$i"
	done
	for ((i = 0; i < 100; i++)); do
		idle=$(sinfo -h -t idle -o %D 2>/dev/null | awk '{n += $1} END {print n + 0}')
		[ "$idle" = "$nodes" ] && return
		sleep 0.1
	done
	sinfo -N -l >&2 || true
	tail -n 20 "$lab"/log/*.log >&2
	return 1
}

# alive says whether the process of a file is there. Where process 1 does not reap, as in many containers, one that has ended
# stays as a zombie.
alive() {
	local state
	[ -s "$1" ] && state=$(awk '/^State/ {print $2}' "/proc/$(cat "$1" 2>/dev/null)/status" 2>/dev/null) && [ "$state" != Z ]
}

down() {
	local file i
	for file in "$lab"/run/slurmd-*.pid "$lab/run/slurmctld.pid" "$lab/run/munged.pid"; do
		if alive "$file"; then kill "$(cat "$file")" || true; fi
	done
	for ((i = 0; i < 100; i++)); do
		for file in "$lab"/run/*.pid; do
			alive "$file" && sleep 0.1 && continue 2
		done
		break
	done
}

case $1 in
up) up "${@:3}" ;;
down) down ;;
*) echo "lab.sh up|down FOLDER" >&2 && exit 2 ;;
esac
