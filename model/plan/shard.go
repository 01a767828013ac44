package plan

// MaxParts is how many parts a sweep may be cut into.
const MaxParts = 40_000_000

// MaxShards is how many shards a sweep may have. It keeps the folders that are opened together within what a process may open,
// and an array of jobs within what most clusters take.
const MaxShards = 1000

// Shard is the range of parts that shard i of n has, counted from 1, of so many parts: all shards together have every part
// once.
func Shard(parts, i, n int) (first, end int) { return (i - 1) * parts / n, i * parts / n }
