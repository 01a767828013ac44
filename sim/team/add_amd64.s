//go:build amd64 && !noasm && !gccgo && !safe

#include "go_asm.h"
#include "textflag.h"

DATA one<>+0(SB)/8, $1.0
GLOBL one<>(SB), RODATA, $8

// func addAVX(constant, perCost, costs, scale *float64, fours int, w *Work)
TEXT ·addAVX(SB), NOSPLIT, $0-48
	MOVQ         constant+0(FP), DI
	MOVQ         perCost+8(FP), SI
	MOVQ         costs+16(FP), BX
	MOVQ         scale+24(FP), R8
	MOVQ         fours+32(FP), CX
	MOVQ         w+40(FP), DX
	VBROADCASTSD Work_PerCost(DX), Y15
	VBROADCASTSD Work_Realisation(DX), Y14
	VBROADCASTSD Work_Mass(DX), Y13
	VBROADCASTSD Work_Value(DX), Y12
	VBROADCASTSD Work_MassCost(DX), Y11
	VBROADCASTSD one<>(SB), Y10
	SHLQ         $5, CX
	XORQ         AX, AX

four:
	VSUBPD  (R8)(AX*1), Y10, Y0
	VMULPD  Y0, Y14, Y0
	VSUBPD  Y0, Y10, Y0
	VMULPD  Y0, Y15, Y0
	VMULPD  (BX)(AX*1), Y0, Y0 // staff
	VADDPD  Y13, Y0, Y1
	VMULPD  Y0, Y12, Y0
	VDIVPD  Y1, Y0, Y0         // expertise
	VADDPD  (DI)(AX*1), Y0, Y1
	VMOVUPD Y1, (DI)(AX*1)
	VMULPD  Y0, Y11, Y0
	VADDPD  (SI)(AX*1), Y0, Y0
	VMOVUPD Y0, (SI)(AX*1)
	ADDQ    $32, AX
	CMPQ    AX, CX
	JLT     four
	VZEROUPPER
	RET
