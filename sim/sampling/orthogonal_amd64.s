//go:build amd64 && !noasm && !gccgo && !safe

#include "textflag.h"

// TIMES multiplies Y2 by a factor of 64 digits, whose upper half is high.
#define TIMES(factor, high) \
	VPSRLQ   $32, Y2, Y3          \
	VPMULUDQ factor(DX), Y3, Y3   \
	VPMULUDQ high(DX), Y2, Y4     \
	VPADDQ   Y4, Y3, Y3           \
	VPSLLQ   $32, Y3, Y3          \
	VPMULUDQ factor(DX), Y2, Y2   \
	VPADDQ   Y3, Y2, Y2

// FOLD adds the digits of Y2 to those further down, without carries.
#define FOLD(digits) \
	VPSRLQ $digits, Y2, Y3 \
	VPXOR  Y3, Y2, Y2

// func putPointAVX2(u *float64, keys, orders, steps *uint64, fours int, l, h uint64, scale float64, numbers *lanes)
TEXT ·putPointAVX2(SB), NOSPLIT, $0-72
	MOVQ         u+0(FP), DI
	MOVQ         keys+8(FP), SI
	MOVQ         orders+16(FP), R8
	MOVQ         steps+24(FP), R9
	MOVQ         fours+32(FP), CX
	VPBROADCASTQ l+40(FP), Y15
	VPBROADCASTQ h+48(FP), Y14
	VBROADCASTSD scale+56(FP), Y13
	MOVQ         numbers+64(FP), DX
	VMOVDQU      (DX), Y12
	VMOVDQU      32(DX), Y11
	VMOVDQU      352(DX), Y10
	VMOVDQU      384(DX), Y9
	VMOVDQU      416(DX), Y8
	SHLQ         $5, CX
	XORQ         AX, AX

four:
	VPXOR    (R9)(AX*1), Y15, Y0
	VPSLLQ   $2, Y0, Y0
	VMOVDQU  (R8)(AX*1), Y1
	VPSRLVQ  Y0, Y1, Y1
	VPAND    Y12, Y1, Y1         // the stratum

	VPMULUDQ Y11, Y1, Y2
	VPMULUDQ 64(DX), Y1, Y3
	VPSLLQ   $32, Y3, Y3
	VPADDQ   Y3, Y2, Y2
	VPADDQ   Y11, Y2, Y2
	VPADDQ   (SI)(AX*1), Y2, Y2
	FOLD(30)
	TIMES(96, 128)
	FOLD(27)
	TIMES(160, 192)
	FOLD(31)                     // the key of its scramble

	VPADDQ   Y2, Y14, Y3         // of which the lower 32 digits count, as in what follows
	VPSRLQ   $32, Y2, Y2
	VPOR     224(DX), Y2, Y2
	VPMULUDQ Y2, Y3, Y3
	VPMULUDQ 256(DX), Y3, Y4
	VPXOR    Y4, Y3, Y3
	VPMULUDQ 288(DX), Y3, Y4
	VPXOR    Y4, Y3, Y3          // scrambled

	VPSHUFB  320(DX), Y3, Y3
	VPAND    Y10, Y3, Y4
	VPSRLQ   $4, Y3, Y3
	VPAND    Y10, Y3, Y3
	VPSHUFB  Y4, Y9, Y4
	VPSHUFB  Y3, Y8, Y3
	VPOR     Y4, Y3, Y3          // in reverse

	VPSLLQ   $32, Y1, Y1
	VPOR     Y1, Y3, Y3
	VPOR     448(DX), Y3, Y3
	VSUBPD   448(DX), Y3, Y3
	VADDPD   480(DX), Y3, Y3
	VMULPD   Y13, Y3, Y3
	VMOVUPD  Y3, (DI)(AX*1)
	ADDQ     $32, AX
	CMPQ     AX, CX
	JLT      four
	VZEROUPPER
	RET
