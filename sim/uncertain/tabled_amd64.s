//go:build amd64 && !noasm && !gccgo && !safe

#include "textflag.h"

DATA one<>+0(SB)/8, $1.0
GLOBL one<>(SB), RODATA, $8

// PAIR fetches two coefficients of four pieces, those of the higher power into high.
#define PAIR(at, low, high) \
	VMOVUPD     at(R10), X6          \
	VMOVUPD     at(R11), X7          \
	VINSERTF128 $1, at(R12), Y6, Y6  \
	VINSERTF128 $1, at(R13), Y7, Y7  \
	VUNPCKLPD   Y7, Y6, low          \
	VUNPCKHPD   Y7, Y6, high

// PIECE finds the place of a piece: so many pieces of 48 bytes after the first.
#define PIECE(first, n) \
	LEAQ (n)(n*2), n    \
	SHLQ $4, n          \
	ADDQ first(BX)(AX*1), n

// func readAVX2(values *float64, fours int, pieces **piece, perScore, steps, low, width, least, most *float64, reach float64)
TEXT ·readAVX2(SB), NOSPLIT, $0-80
	MOVQ         values+0(FP), DI
	MOVQ         fours+8(FP), CX
	MOVQ         pieces+16(FP), BX
	MOVQ         perScore+24(FP), SI
	MOVQ         steps+32(FP), R8
	MOVQ         low+40(FP), R9
	MOVQ         width+48(FP), DX
	VBROADCASTSD reach+72(FP), Y15
	VBROADCASTSD one<>(SB), Y14
	VXORPD       Y13, Y13, Y13
	SHLQ         $5, CX
	XORQ         AX, AX

four:
	VADDPD       (DI)(AX*1), Y15, Y0
	VMULPD       (SI)(AX*1), Y0, Y0
	VMAXPD       Y0, Y13, Y0
	VMOVUPD      (R8)(AX*1), Y1
	VMINPD       Y0, Y1, Y0
	VSUBPD       Y14, Y1, Y1
	VROUNDPD     $3, Y0, Y2
	VMINPD       Y2, Y1, Y2
	VSUBPD       Y2, Y0, Y0          // share of the step gone
	VCVTTPD2DQY  Y2, X2
	VPEXTRQ      $0, X2, R10
	VPEXTRQ      $1, X2, R12
	MOVQ         R10, R11
	MOVQ         R12, R13
	MOVL         R10, R10
	MOVL         R12, R12
	SHRQ         $32, R11
	SHRQ         $32, R13
	PIECE(0, R10)
	PIECE(8, R11)
	PIECE(16, R12)
	PIECE(24, R13)
	PAIR(32, Y1, Y2)
	VMULPD       Y2, Y0, Y2
	VADDPD       Y2, Y1, Y2
	PAIR(16, Y1, Y3)
	VMULPD       Y2, Y0, Y2
	VADDPD       Y2, Y3, Y2
	VMULPD       Y2, Y0, Y2
	VADDPD       Y2, Y1, Y2
	PAIR(0, Y1, Y3)
	VMULPD       Y2, Y0, Y2
	VADDPD       Y2, Y3, Y2
	VMULPD       Y2, Y0, Y2
	VADDPD       Y2, Y1, Y2
	VMULPD       (DX)(AX*1), Y2, Y2
	VADDPD       (R9)(AX*1), Y2, Y2
	MOVQ         least+56(FP), R10
	MOVQ         most+64(FP), R11
	VMOVUPD      (R10)(AX*1), Y1
	VMOVUPD      (R11)(AX*1), Y3
	VMAXPD       Y2, Y1, Y2
	VMINPD       Y2, Y3, Y2
	VMOVUPD      Y2, (DI)(AX*1)
	ADDQ         $32, AX
	CMPQ         AX, CX
	JLT          four
	VZEROUPPER
	RET
