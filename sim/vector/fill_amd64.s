//go:build amd64 && !noasm && !gccgo && !safe

#include "textflag.h"

// func fillAVX(dst *float64, v float64, fours int)
TEXT ·fillAVX(SB), NOSPLIT, $0-24
	MOVQ         dst+0(FP), DI
	VBROADCASTSD v+8(FP), Y0
	MOVQ         fours+16(FP), CX

four:
	VMOVUPD Y0, (DI)
	ADDQ    $32, DI
	DECQ    CX
	JNZ     four
	VZEROUPPER
	RET
