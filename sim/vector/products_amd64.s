//go:build amd64 && !noasm && !gccgo && !safe

#include "textflag.h"

// func addScaledAVX(dst *float64, factor float64, s *float64, fours int)
TEXT ·addScaledAVX(SB), NOSPLIT, $0-32
	MOVQ         dst+0(FP), DI
	VBROADCASTSD factor+8(FP), Y4
	MOVQ         s+16(FP), SI
	MOVQ         fours+24(FP), CX
	SUBQ         $2, CX
	JLT          last

eight:
	VMULPD  (SI), Y4, Y0
	VMULPD  32(SI), Y4, Y1
	VADDPD  (DI), Y0, Y0
	VADDPD  32(DI), Y1, Y1
	VMOVUPD Y0, (DI)
	VMOVUPD Y1, 32(DI)
	ADDQ    $64, SI
	ADDQ    $64, DI
	SUBQ    $2, CX
	JGE     eight

last:
	ADDQ    $2, CX
	JZ      done
	VMULPD  (SI), Y4, Y0
	VADDPD  (DI), Y0, Y0
	VMOVUPD Y0, (DI)

done:
	VZEROUPPER
	RET

// func addOuterAVX(rows, factors *float64, count int, v *float64, fours int)
TEXT ·addOuterAVX(SB), NOSPLIT, $0-40
	MOVQ rows+0(FP), DI
	MOVQ factors+8(FP), SI
	MOVQ count+16(FP), DX
	MOVQ v+24(FP), BX
	MOVQ fours+32(FP), CX
	SHLQ $5, CX

row:
	MOVQ         (SI), AX
	ADDQ         AX, AX
	JZ           after
	VBROADCASTSD (SI), Y4
	XORQ         AX, AX

four:
	VMULPD  (BX)(AX*1), Y4, Y0
	VADDPD  (DI)(AX*1), Y0, Y0
	VMOVUPD Y0, (DI)(AX*1)
	ADDQ    $32, AX
	CMPQ    AX, CX
	JLT     four

after:
	ADDQ $8, SI
	ADDQ CX, DI
	DECQ DX
	JNZ  row
	VZEROUPPER
	RET

// PRODUCTS takes four products after another of the numbers at SI and BX, does more with them in Y0, and puts them at DI.
#define PRODUCTS(next, MORE) \
	SHLQ    $5, CX                \
	XORQ    AX, AX                \
next:                           \
	VMOVUPD (SI)(AX*1), Y0        \
	VMULPD  (BX)(AX*1), Y0, Y0    \
	MORE                          \
	VMOVUPD Y0, (DI)(AX*1)        \
	ADDQ    $32, AX               \
	CMPQ    AX, CX                \
	JLT     next

#define ADDED VADDPD (DI)(AX*1), Y0, Y0
#define ALONE

// func addProductsAVX(dst, a, b *float64, fours int)
TEXT ·addProductsAVX(SB), NOSPLIT, $0-32
	MOVQ dst+0(FP), DI
	MOVQ a+8(FP), SI
	MOVQ b+16(FP), BX
	MOVQ fours+24(FP), CX
	PRODUCTS(added, ADDED)
	VZEROUPPER
	RET

// func mulAVX(dst, a, b *float64, fours int)
TEXT ·mulAVX(SB), NOSPLIT, $0-32
	MOVQ dst+0(FP), DI
	MOVQ a+8(FP), SI
	MOVQ b+16(FP), BX
	MOVQ fours+24(FP), CX
	PRODUCTS(alone, ALONE)
	VZEROUPPER
	RET

DATA ones<>+0(SB)/8, $1.0
GLOBL ones<>(SB), RODATA, $8

// func diminishAVX(dst *float64, factor float64, s *float64, fours int)
TEXT ·diminishAVX(SB), NOSPLIT, $0-32
	MOVQ         dst+0(FP), DI
	VBROADCASTSD factor+8(FP), Y4
	MOVQ         s+16(FP), SI
	MOVQ         fours+24(FP), CX
	VBROADCASTSD ones<>(SB), Y5
	SHLQ         $5, CX
	XORQ         AX, AX

four:
	VMULPD  (SI)(AX*1), Y4, Y0
	VSUBPD  Y0, Y5, Y0
	VMULPD  (DI)(AX*1), Y0, Y0
	VMOVUPD Y0, (DI)(AX*1)
	ADDQ    $32, AX
	CMPQ    AX, CX
	JLT     four
	VZEROUPPER
	RET
