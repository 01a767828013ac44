//go:build amd64 && !noasm && !gccgo && !safe

#include "textflag.h"

DATA half<>+0(SB)/8, $0.5
GLOBL half<>(SB), RODATA, $8
DATA middle<>+0(SB)/8, $0.425
GLOBL middle<>(SB), RODATA, $8
DATA square<>+0(SB)/8, $0.180625
GLOBL square<>(SB), RODATA, $8
DATA size<>+0(SB)/8, $0x7fffffffffffffff // all but the sign
GLOBL size<>(SB), RODATA, $8

// TERM goes on with both polynomials of Y2: Y4, which is above, and Y5, below.
#define TERM(above, below) \
	VBROADCASTSD above(DX), Y6 \
	VBROADCASTSD below(DX), Y7 \
	VMULPD       Y2, Y4, Y4    \
	VMULPD       Y2, Y5, Y5    \
	VADDPD       Y6, Y4, Y4    \
	VADDPD       Y7, Y5, Y5

// func middleQuantilesAVX(dst, probabilities *float64, n int, coefficients *[8][2]float64) (tails uint64)
TEXT ·middleQuantilesAVX(SB), NOSPLIT, $0-40
	MOVQ         dst+0(FP), DI
	MOVQ         probabilities+8(FP), SI
	MOVQ         n+16(FP), R9
	MOVQ         coefficients+24(FP), DX
	VBROADCASTSD half<>(SB), Y15
	VBROADCASTSD middle<>(SB), Y14
	VBROADCASTSD square<>(SB), Y13
	VBROADCASTSD size<>(SB), Y12
	XORQ         CX, CX
	XORQ         R8, R8

four:
	VMOVUPD      (SI)(CX*8), Y0
	VSUBPD       Y15, Y0, Y1          // from the middle
	VANDPD       Y12, Y1, Y2
	VCMPPD       $0x12, Y14, Y2, Y3
	VMULPD       Y1, Y1, Y2
	VSUBPD       Y2, Y13, Y2
	VBROADCASTSD (DX), Y4
	VBROADCASTSD 8(DX), Y5
	TERM(16, 24)
	TERM(32, 40)
	TERM(48, 56)
	TERM(64, 72)
	TERM(80, 88)
	TERM(96, 104)
	TERM(112, 120)
	VMULPD       Y4, Y1, Y4
	VDIVPD       Y5, Y4, Y4
	VBLENDVPD    Y3, Y4, Y0, Y0
	VMOVUPD      Y0, (DI)(CX*8)
	VMOVMSKPD    Y3, AX
	XORL         $15, AX
	SHLQ         CX, AX
	ORQ          AX, R8
	ADDQ         $4, CX
	CMPQ         CX, R9
	JLT          four
	MOVQ         R8, tails+32(FP)
	VZEROUPPER
	RET
