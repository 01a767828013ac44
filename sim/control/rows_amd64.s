//go:build amd64 && !noasm && !gccgo && !safe

#include "textflag.h"

DATA ones<>+0(SB)/8, $1.0
GLOBL ones<>(SB), RODATA, $8

// the bits of the first of four numbers
DATA start<>+0(SB)/8, $-1
DATA start<>+8(SB)/8, $0
DATA start<>+16(SB)/8, $0
DATA start<>+24(SB)/8, $0
GLOBL start<>(SB), RODATA, $32

// FREED takes R from Y6, Γ from Y7 and χ from Y10, and leaves U in Y0, and U less all that is freed in Y1. Y15 has 1, Y12
// nothing.
#define FREED \
	VSUBPD    Y6, Y15, Y8          \ // the gain
	VSUBPD    Y8, Y7, Y1           \
	VMULPD    Y8, Y10, Y9          \
	VCMPPD    $0x1e, Y12, Y8, Y0   \ // a gain above 0
	VBLENDVPD Y0, Y9, Y8, Y8       \
	VSUBPD    Y8, Y7, Y0

// CONTROLLED is C of U in Y0, of U less what is freed in Y1 and of a phase, into Y5. Y14 has the slope, Y13 what is enforced,
// and Y11 the bits of the start, which are of the first four moments only.
#define CONTROLLED(phase) \
	VMULPD    phase, Y14, Y2       \ // the ceiling
	VADDPD    Y2, Y15, Y2          \
	VSUBPD    Y2, Y1, Y3           \ // the gap
	VMULPD    Y3, Y13, Y4          \
	VSUBPD    Y4, Y1, Y4           \ // what is left of it
	VMINPD    Y2, Y0, Y5           \ // the ceiling unless U is below it
	VCMPPD    $0x1e, Y12, Y3, Y3   \ // a gap above 0
	VBLENDVPD Y3, Y4, Y5, Y5       \
	VBLENDVPD Y11, Y0, Y5, Y5

// func togetherAVX(cost, ratio, required *float64, rows int, growth, phase *float64, fours int, slope, release, enforcement float64)
TEXT ·togetherAVX(SB), NOSPLIT, $0-80
	MOVQ         cost+0(FP), DI
	MOVQ         ratio+8(FP), SI
	MOVQ         required+16(FP), BX
	MOVQ         rows+24(FP), DX
	MOVQ         growth+32(FP), R8
	MOVQ         phase+40(FP), R9
	MOVQ         fours+48(FP), CX
	VBROADCASTSD slope+56(FP), Y14
	VBROADCASTSD release+64(FP), Y10
	VBROADCASTSD enforcement+72(FP), Y13
	VBROADCASTSD ones<>(SB), Y15
	VXORPD       Y12, Y12, Y12
	SHLQ         $5, CX // bytes of a row

row:
	VMOVUPD start<>(SB), Y11
	XORQ    AX, AX

four:
	VMOVUPD (BX)(AX*1), Y6
	VMOVUPD (R8)(AX*1), Y7
	FREED
	CONTROLLED((R9)(AX*1))
	VXORPD  Y11, Y11, Y11
	VMOVUPD Y5, (DI)(AX*1)
	VDIVPD  Y6, Y15, Y6
	VMULPD  Y6, Y5, Y5
	VMOVUPD Y5, (SI)(AX*1)
	ADDQ    $32, AX
	CMPQ    AX, CX
	JLT     four
	ADDQ    CX, DI
	ADDQ    CX, SI
	ADDQ    CX, BX
	DECQ    DX
	JNZ     row
	VZEROUPPER
	RET

// func apartAVX(cost, ratio, slopes, costs *float64, rows int, required, sectorCost, sectorRatio, growth, phase *float64, fours int, perCost, release, enforcement float64)
//
// Of four moments after another, all bodies.
TEXT ·apartAVX(SB), NOSPLIT, $0-112
	MOVQ         required+40(FP), BX
	MOVQ         sectorCost+48(FP), R10
	MOVQ         sectorRatio+56(FP), R11
	MOVQ         growth+64(FP), R8
	MOVQ         phase+72(FP), R9
	MOVQ         fours+80(FP), CX
	VBROADCASTSD release+96(FP), Y10
	VBROADCASTSD enforcement+104(FP), Y13
	VBROADCASTSD ones<>(SB), Y15
	VXORPD       Y12, Y12, Y12
	VMOVUPD      start<>(SB), Y11
	SHLQ         $5, CX // bytes of a row
	XORQ         AX, AX

four:
	VMOVUPD (BX)(AX*1), Y6
	VMOVUPD (R8)(AX*1), Y7
	FREED
	VDIVPD  Y6, Y15, Y6
	VMOVUPD (R9)(AX*1), Y7
	VMOVUPD (R10)(AX*1), Y9
	MOVQ    cost+0(FP), DI
	MOVQ    ratio+8(FP), SI
	ADDQ    AX, DI
	ADDQ    AX, SI
	MOVQ    slopes+16(FP), R12
	MOVQ    costs+24(FP), R13
	MOVQ    rows+32(FP), DX

body:
	VBROADCASTSD (R12), Y14
	CONTROLLED(Y7)
	VMOVUPD      Y5, (DI)
	VMULPD       Y6, Y5, Y4
	VMOVUPD      Y4, (SI)
	VBROADCASTSD (R13), Y3
	VMULPD       Y5, Y3, Y3
	VADDPD       Y3, Y9, Y9
	ADDQ         CX, DI
	ADDQ         CX, SI
	ADDQ         $8, R12
	ADDQ         $8, R13
	DECQ         DX
	JNZ          body

	VMOVUPD      Y9, (R10)(AX*1)
	VMULPD       Y6, Y9, Y9
	VBROADCASTSD perCost+88(FP), Y14
	VMULPD       Y14, Y9, Y9
	VMOVUPD      Y9, (R11)(AX*1)
	VXORPD       Y11, Y11, Y11
	ADDQ         $32, AX
	CMPQ         AX, CX
	JLT          four
	VZEROUPPER
	RET
