//go:build amd64 && !noasm && !gccgo && !safe

#include "textflag.h"

// FALLS adds the falls of the four numbers in Y1 from those before them, in Y2, to Y0. Y4 has the factor, and Y15 nothing.
#define FALLS \
	VSUBPD Y1, Y2, Y2          \
	VCMPPD $0x1e, Y15, Y2, Y3  \ // a fall above 0
	VMULPD Y2, Y4, Y2          \
	VANDPD Y3, Y2, Y2          \
	VADDPD Y2, Y0, Y0

// func addFallsAVX2(dst *float64, fours int, factors *float64, count int, rows *float64, stride int)
//
// The first of four has none before it, and so stands before itself. There must be four at least, and a row.
TEXT ·addFallsAVX2(SB), NOSPLIT, $0-48
	MOVQ    dst+0(FP), DI
	MOVQ    fours+8(FP), CX
	MOVQ    factors+16(FP), SI
	MOVQ    count+24(FP), BX
	MOVQ    rows+32(FP), R8
	MOVQ    stride+40(FP), R9
	SHLQ    $3, R9 // bytes
	VXORPD  Y15, Y15, Y15
	VMOVUPD (DI), Y0
	MOVQ    R8, R10
	MOVQ    SI, R11
	MOVQ    BX, R12

rowOfFirst:
	VBROADCASTSD (R11), Y4
	VMOVUPD      (R10), Y1
	VPERMPD      $0x90, Y1, Y2
	FALLS
	ADDQ         $8, R11
	ADDQ         R9, R10
	DECQ         R12
	JNZ          rowOfFirst
	VMOVUPD      Y0, (DI)

next:
	DECQ    CX
	JZ      done
	ADDQ    $32, DI
	ADDQ    $32, R8
	VMOVUPD (DI), Y0
	MOVQ    R8, R10
	MOVQ    SI, R11
	MOVQ    BX, R12

row:
	VBROADCASTSD (R11), Y4
	VMOVUPD      (R10), Y1
	VMOVUPD      -8(R10), Y2
	FALLS
	ADDQ         $8, R11
	ADDQ         R9, R10
	DECQ         R12
	JNZ          row
	VMOVUPD      Y0, (DI)
	JMP          next

done:
	VZEROUPPER
	RET
