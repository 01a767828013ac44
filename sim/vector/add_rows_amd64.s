//go:build amd64 && !noasm && !gccgo && !safe

#include "textflag.h"

// func addRowsAVX(dst *float64, n int, factors *float64, count int, rows *float64, stride int)
//
// Sixteen sums of n stay in registers while all rows are added to them, then eight, then four at a time, then one by one. Each product is
// rounded before it is added. Rows with a factor of 0, of either sign, are passed over. There must be a row at least.
TEXT ·addRowsAVX(SB), NOSPLIT, $0-48
	MOVQ dst+0(FP), DI
	MOVQ n+8(FP), CX
	MOVQ factors+16(FP), SI
	MOVQ count+24(FP), BX
	MOVQ rows+32(FP), R8
	MOVQ stride+40(FP), R9
	SHLQ $3, R9 // bytes

sixteen:
	SUBQ    $16, CX
	JLT     upToFifteen
	VMOVUPD (DI), Y0
	VMOVUPD 32(DI), Y1
	VMOVUPD 64(DI), Y2
	VMOVUPD 96(DI), Y3
	MOVQ    R8, R10
	MOVQ    SI, R11
	MOVQ    BX, R12

rowOfSixteen:
	MOVQ         (R11), AX
	ADDQ         AX, AX
	JZ           afterSixteen
	VBROADCASTSD (R11), Y4
	VMULPD       (R10), Y4, Y5
	VMULPD       32(R10), Y4, Y6
	VMULPD       64(R10), Y4, Y7
	VMULPD       96(R10), Y4, Y8
	VADDPD       Y5, Y0, Y0
	VADDPD       Y6, Y1, Y1
	VADDPD       Y7, Y2, Y2
	VADDPD       Y8, Y3, Y3

afterSixteen:
	ADDQ         $8, R11
	ADDQ         R9, R10
	DECQ         R12
	JNZ          rowOfSixteen
	VMOVUPD      Y0, (DI)
	VMOVUPD      Y1, 32(DI)
	VMOVUPD      Y2, 64(DI)
	VMOVUPD      Y3, 96(DI)
	ADDQ         $128, DI
	ADDQ         $128, R8
	JMP          sixteen

upToFifteen:
	ADDQ    $8, CX
	JLT     upToSeven
	VMOVUPD (DI), Y0
	VMOVUPD 32(DI), Y1
	MOVQ    R8, R10
	MOVQ    SI, R11
	MOVQ    BX, R12

rowOfEight:
	MOVQ         (R11), AX
	ADDQ         AX, AX
	JZ           afterEight
	VBROADCASTSD (R11), Y4
	VMULPD       (R10), Y4, Y5
	VMULPD       32(R10), Y4, Y6
	VADDPD       Y5, Y0, Y0
	VADDPD       Y6, Y1, Y1

afterEight:
	ADDQ    $8, R11
	ADDQ    R9, R10
	DECQ    R12
	JNZ     rowOfEight
	VMOVUPD Y0, (DI)
	VMOVUPD Y1, 32(DI)
	ADDQ    $64, DI
	ADDQ    $64, R8
	SUBQ    $8, CX

upToSeven:
	ADDQ $8, CX

four:
	SUBQ    $4, CX
	JLT     upToThree
	VMOVUPD (DI), Y0
	MOVQ    R8, R10
	MOVQ    SI, R11
	MOVQ    BX, R12

rowOfFour:
	MOVQ         (R11), AX
	ADDQ         AX, AX
	JZ           afterFour
	VBROADCASTSD (R11), Y4
	VMULPD       (R10), Y4, Y5
	VADDPD       Y5, Y0, Y0

afterFour:
	ADDQ         $8, R11
	ADDQ         R9, R10
	DECQ         R12
	JNZ          rowOfFour
	VMOVUPD      Y0, (DI)
	ADDQ         $32, DI
	ADDQ         $32, R8
	JMP          four

upToThree:
	ADDQ $4, CX
	JZ   done

one:
	VMOVSD (DI), X0
	MOVQ   R8, R10
	MOVQ   SI, R11
	MOVQ   BX, R12

rowOfOne:
	MOVQ   (R11), AX
	VMOVQ  AX, X4
	ADDQ   AX, AX
	JZ     afterOne
	VMULSD (R10), X4, X5
	VADDSD X5, X0, X0

afterOne:
	ADDQ   $8, R11
	ADDQ   R9, R10
	DECQ   R12
	JNZ    rowOfOne
	VMOVSD X0, (DI)
	ADDQ   $8, DI
	ADDQ   $8, R8
	DECQ   CX
	JNZ    one

done:
	VZEROUPPER
	RET
