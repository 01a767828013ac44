//go:build amd64 && !noasm && !gccgo && !safe

#include "textflag.h"

DATA quarter<>+0(SB)/8, $0.25
GLOBL quarter<>(SB), RODATA, $8

// func quarterlyAVX(dst *float64, total float64, growth, cost *float64, rate float64, falls, setup *float64, fours int)
TEXT ·quarterlyAVX(SB), NOSPLIT, $0-64
	MOVQ         dst+0(FP), DI
	VBROADCASTSD total+8(FP), Y4
	MOVQ         growth+16(FP), R8
	MOVQ         cost+24(FP), R9
	VBROADCASTSD rate+32(FP), Y5
	MOVQ         falls+40(FP), R10
	MOVQ         setup+48(FP), R11
	MOVQ         fours+56(FP), CX
	VBROADCASTSD quarter<>(SB), Y6
	SHLQ         $5, CX
	XORQ         AX, AX

four:
	VMULPD  (R8)(AX*1), Y4, Y0
	VMULPD  (R10)(AX*1), Y5, Y1
	VSUBPD  (R9)(AX*1), Y0, Y0
	VMULPD  Y0, Y6, Y0
	VSUBPD  Y1, Y0, Y0
	VSUBPD  (R11)(AX*1), Y0, Y0
	VMOVUPD Y0, (DI)(AX*1)
	ADDQ    $32, AX
	CMPQ    AX, CX
	JLT     four
	VZEROUPPER
	RET
