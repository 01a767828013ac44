//go:build amd64 && !noasm && !gccgo && !safe

#include "textflag.h"

DATA one<>+0(SB)/8, $1.0
GLOBL one<>(SB), RODATA, $8

// func rampAVX(dst, times *float64, fours int, from, length float64)
TEXT ·rampAVX(SB), NOSPLIT, $0-40
	MOVQ         dst+0(FP), DI
	MOVQ         times+8(FP), SI
	MOVQ         fours+16(FP), CX
	VBROADCASTSD from+24(FP), Y4
	VBROADCASTSD length+32(FP), Y5
	VBROADCASTSD one<>(SB), Y6
	VADDPD       Y5, Y4, Y7 // the end
	SHLQ         $5, CX
	XORQ         AX, AX

four:
	VMOVUPD   (SI)(AX*1), Y0
	VSUBPD    Y4, Y0, Y1
	VDIVPD    Y5, Y1, Y1
	VCMPPD    $0x1d, Y7, Y0, Y2   // at the end or after it
	VBLENDVPD Y2, Y6, Y1, Y1
	VCMPPD    $0x12, Y4, Y0, Y2   // up to the beginning
	VANDNPD   Y1, Y2, Y1
	VMOVUPD   Y1, (DI)(AX*1)
	ADDQ      $32, AX
	CMPQ      AX, CX
	JLT       four
	VZEROUPPER
	RET

DATA infinite<>+0(SB)/8, $0x7ff0000000000000
GLOBL infinite<>(SB), RODATA, $8

// func minAVX(s *float64, fours int) float64
TEXT ·minAVX(SB), NOSPLIT, $0-24
	MOVQ         s+0(FP), SI
	MOVQ         fours+8(FP), CX
	VBROADCASTSD infinite<>(SB), Y0

four:
	VMOVUPD (SI), Y1
	VMINPD  Y0, Y1, Y0 // the second where either is not a number
	ADDQ    $32, SI
	DECQ    CX
	JNZ     four

	VEXTRACTF128 $1, Y0, X1
	VMINPD       X0, X1, X0
	VUNPCKHPD    X0, X0, X1
	VMINSD       X0, X1, X0
	VMOVSD       X0, ret+16(FP)
	VZEROUPPER
	RET
