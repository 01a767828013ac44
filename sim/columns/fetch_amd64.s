//go:build amd64 && !noasm && !gccgo && !safe

#include "textflag.h"

// FETCH asks for each line of the cache from SI to CX.
#define FETCH(next) \
next:               \
	PREFETCHT0 (SI)   \
	ADDQ       $64, SI \
	CMPQ       SI, CX \
	JCS        next

// func fetchCountsSSE(counts *uint8, n int)
TEXT ·fetchCountsSSE(SB), NOSPLIT, $0-16
	MOVQ counts+0(FP), SI
	MOVQ n+8(FP), CX
	ADDQ SI, CX
	FETCH(count)
	RET

// func fetchNumbersSSE(numbers *float64, n int)
TEXT ·fetchNumbersSSE(SB), NOSPLIT, $0-16
	MOVQ numbers+0(FP), SI
	MOVQ n+8(FP), CX
	LEAQ (SI)(CX*8), CX
	FETCH(number)
	RET
