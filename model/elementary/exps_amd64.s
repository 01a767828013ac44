//go:build amd64 && !noasm && !gccgo && !safe

#include "textflag.h"

// func expsAVX2(dst, x *float64, fours int, numbers *lanes, octave *float64) (done int)
TEXT ·expsAVX2(SB), NOSPLIT, $32-48
	MOVQ     dst+0(FP), DI
	MOVQ     x+8(FP), SI
	MOVQ     fours+16(FP), CX
	MOVQ     numbers+24(FP), DX
	MOVQ     octave+32(FP), BX
	MOVQ     SI, R13
	VPCMPEQD Y15, Y15, Y15
	VPSRLQ   $1, Y15, Y15 // all but the sign

four:
	VMOVUPD   (SI), Y0
	VANDPD    Y0, Y15, Y1
	VCMPPD    $0x12, (DX), Y1, Y1
	VMOVMSKPD Y1, AX
	CMPL      AX, $15
	JNE       done

	VMULPD  32(DX), Y0, Y1 // steps
	VADDPD  64(DX), Y1, Y1
	VMOVUPD Y1, steps-32(SP)
	VSUBPD  64(DX), Y1, Y2
	VMULPD  96(DX), Y2, Y3
	VSUBPD  Y3, Y0, Y0
	VMULPD  128(DX), Y2, Y3
	VSUBPD  Y3, Y0, Y0     // r
	VMULPD  Y0, Y0, Y2     // r²
	VMULPD  160(DX), Y0, Y3
	VADDPD  192(DX), Y3, Y3
	VMULPD  Y3, Y2, Y3
	VMULPD  224(DX), Y0, Y4
	VADDPD  256(DX), Y4, Y4
	VMULPD  Y2, Y2, Y2
	VMULPD  Y4, Y2, Y4
	VADDPD  Y4, Y3, Y3
	VADDPD  Y3, Y0, Y0     // the rest

	MOVQ        steps-32(SP), R8
	MOVQ        steps-24(SP), R9
	MOVQ        steps-16(SP), R10
	MOVQ        steps-8(SP), R11
	ANDQ        $127, R8
	ANDQ        $127, R9
	ANDQ        $127, R10
	ANDQ        $127, R11
	SHLQ        $4, R8
	SHLQ        $4, R9
	SHLQ        $4, R10
	SHLQ        $4, R11
	VMOVUPD     (BX)(R8*1), X3
	VMOVUPD     (BX)(R9*1), X4
	VINSERTF128 $1, (BX)(R10*1), Y3, Y3
	VINSERTF128 $1, (BX)(R11*1), Y4, Y4
	VUNPCKLPD   Y4, Y3, Y5 // values
	VUNPCKHPD   Y4, Y3, Y6 // tails

	VMULPD  Y0, Y5, Y0
	VADDPD  Y0, Y6, Y0
	VADDPD  Y0, Y5, Y0
	VPADDQ  288(DX), Y1, Y1
	VPSRLQ  $7, Y1, Y1
	VPSLLQ  $52, Y1, Y1
	VMULPD  Y1, Y0, Y0
	VMOVUPD Y0, (DI)
	ADDQ    $32, SI
	ADDQ    $32, DI
	DECQ    CX
	JNZ     four

done:
	SUBQ R13, SI
	SHRQ $3, SI
	MOVQ SI, done+40(FP)
	VZEROUPPER
	RET
