//go:build amd64 && !noasm && !gccgo && !safe

#include "textflag.h"

// func dotAVX(a, b *float64, n int) float64
//
// Every fourth product goes into a sum of its own, and what is left over into the first.
TEXT ·dotAVX(SB), NOSPLIT, $0-32
	MOVQ   a+0(FP), SI
	MOVQ   b+8(FP), BX
	MOVQ   n+16(FP), CX
	VXORPD Y0, Y0, Y0
	SUBQ   $4, CX
	JLT    rest

four:
	VMOVUPD (SI), Y2
	VMULPD  (BX), Y2, Y2
	VADDPD  Y2, Y0, Y0
	ADDQ    $32, SI
	ADDQ    $32, BX
	SUBQ    $4, CX
	JGE     four

rest:
	VEXTRACTF128 $1, Y0, X3
	ADDQ         $4, CX
	JZ           done

one:
	VMOVSD (SI), X2
	VMULSD (BX), X2, X2
	VADDSD X2, X0, X0 // the second sum stays as it is
	ADDQ   $8, SI
	ADDQ   $8, BX
	DECQ   CX
	JNZ    one

done:
	VADDPD    X3, X0, X0
	VUNPCKHPD X0, X0, X1
	VADDSD    X1, X0, X0
	VMOVSD    X0, ret+24(FP)
	VZEROUPPER
	RET
