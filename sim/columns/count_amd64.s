//go:build amd64 && !noasm && !gccgo && !safe

#include "textflag.h"

// func countKeysSSE(counts *uint8, bins int, from uint64, numbers *float64, stride, n int) (left int)
TEXT ·countKeysSSE(SB), NOSPLIT, $0-56
	MOVQ counts+0(FP), DI
	MOVQ bins+8(FP), R8
	MOVQ from+16(FP), DX
	MOVQ numbers+24(FP), SI
	MOVQ stride+32(FP), BX
	MOVQ n+40(FP), CX
	SHLQ $3, BX // bytes

number:
	MOVQ (SI), AX
	ADDQ BX, SI
	ADDQ AX, AX
	SHRQ $43, AX
	SUBQ DX, AX
	DECQ CX
	CMPQ AX, R8
	JCC  stop // not below the number of bins
	INCB (DI)(AX*1)
	JEQ  stop
	TESTQ CX, CX
	JNE  number
	MOVQ $-1, CX

stop:
	MOVQ CX, left+48(FP)
	RET
