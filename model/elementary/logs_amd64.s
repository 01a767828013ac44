//go:build amd64 && !noasm && !gccgo && !safe

#include "textflag.h"

// func logsAVX2(dst, x *float64, fours int, numbers *lanes) (done int)
TEXT ·logsAVX2(SB), NOSPLIT, $0-40
	MOVQ dst+0(FP), DI
	MOVQ x+8(FP), SI
	MOVQ fours+16(FP), CX
	MOVQ numbers+24(FP), DX
	MOVQ SI, R13

four:
	VMOVUPD   (SI), Y0
	VCMPPD    $0x1d, (DX), Y0, Y1
	VCMPPD    $0x12, 32(DX), Y0, Y2
	VANDPD    Y1, Y2, Y1
	VMOVMSKPD Y1, AX
	CMPL      AX, $15
	JNE       done

	VPAND    64(DX), Y0, Y1
	VPCMPGTQ 96(DX), Y1, Y2   // all bits where the fraction is above the root
	VPSRLQ   $52, Y0, Y3
	VPSUBQ   Y2, Y3, Y3
	VPADDQ   160(DX), Y3, Y3
	VSUBPD   192(DX), Y3, Y3  // k
	VPSLLQ   $52, Y2, Y2
	VPADDQ   128(DX), Y2, Y2
	VPOR     Y1, Y2, Y1
	VSUBPD   128(DX), Y1, Y0  // f
	VADDPD   224(DX), Y0, Y1
	VDIVPD   Y1, Y0, Y1       // s
	VMULPD   Y1, Y1, Y2       // z
	VMULPD   Y2, Y2, Y4       // w
	VMULPD   448(DX), Y4, Y5
	VADDPD   384(DX), Y5, Y5
	VMULPD   Y4, Y5, Y5
	VADDPD   320(DX), Y5, Y5
	VMULPD   Y4, Y5, Y5
	VADDPD   256(DX), Y5, Y5
	VMULPD   Y2, Y5, Y5       // odd
	VMULPD   416(DX), Y4, Y6
	VADDPD   352(DX), Y6, Y6
	VMULPD   Y4, Y6, Y6
	VADDPD   288(DX), Y6, Y6
	VMULPD   Y4, Y6, Y6       // even
	VMULPD   Y0, Y0, Y7
	VMULPD   480(DX), Y7, Y7  // half
	VADDPD   Y6, Y5, Y5
	VADDPD   Y5, Y7, Y5
	VMULPD   Y5, Y1, Y5
	VMULPD   544(DX), Y3, Y6
	VADDPD   Y6, Y5, Y5
	VSUBPD   Y5, Y7, Y5
	VSUBPD   Y0, Y5, Y5
	VMULPD   512(DX), Y3, Y6
	VSUBPD   Y5, Y6, Y0
	VMOVUPD  Y0, (DI)
	ADDQ     $32, SI
	ADDQ     $32, DI
	DECQ     CX
	JNZ      four

done:
	SUBQ R13, SI
	SHRQ $3, SI
	MOVQ SI, done+32(FP)
	VZEROUPPER
	RET
