//go:build amd64 && !noasm && !gccgo && !safe

#include "go_asm.h"
#include "textflag.h"

DATA ones<>+0(SB)/8, $1.0
GLOBL ones<>(SB), RODATA, $8
// the least that the table has, and the least beyond it
DATA least<>+0(SB)/8, $0.125
GLOBL least<>(SB), RODATA, $8
DATA beyond<>+0(SB)/8, $4.0
GLOBL beyond<>(SB), RODATA, $8

#define CONSTANTS \
	VBROADCASTSD ones<>(SB), Y15   \
	VBROADCASTSD least<>(SB), Y14  \
	VBROADCASTSD beyond<>(SB), Y13

// INDEX is how far the segment of a number at SI is from where that of 0 would be.
#define INDEX(at, r) \
	MOVQ at(SI), r                          \
	SHRQ $(const_segmentShift-4), r         \
	ANDQ $-16, r

// OFFSETS takes four numbers from SI into Y0, and leaves in R8 to R11 where their segments are. It goes to done if the table
// has not all of them.
#define OFFSETS \
	VMOVUPD   (SI), Y0             \
	VCMPPD    $0x1d, Y14, Y0, Y1   \
	VCMPPD    $0x11, Y13, Y0, Y2   \
	VANDPD    Y1, Y2, Y2           \
	VMOVMSKPD Y2, AX               \
	CMPL      AX, $15              \
	JNE       done                 \
	INDEX(0, R8)                   \
	INDEX(8, R9)                   \
	INDEX(16, R10)                 \
	INDEX(24, R11)

// SEGMENTS takes four segments from a table: 1/c and c^x of the first and third, and of the second and fourth.
#define SEGMENTS(table, odd, oddX, even, evenX) \
	VMOVUPD     (table)(R8*1), oddX             \
	VMOVUPD     (table)(R9*1), evenX            \
	VINSERTF128 $1, (table)(R10*1), odd, odd    \
	VINSERTF128 $1, (table)(R11*1), even, even

// REST is u of the numbers in Y0, into Y0, and u² into Y6. Y5 has 1/c.
#define REST \
	VMULPD Y5, Y0, Y0    \
	VSUBPD Y15, Y0, Y0   \
	VMULPD Y0, Y0, Y6

// POWER multiplies c^x in Y7 by the series, in the pairs of binomial.
#define POWER(series) \
	VMULPD 32(series), Y0, Y8      \
	VADDPD Y8, Y15, Y8             \
	VMULPD 96(series), Y0, Y9      \
	VADDPD 64(series), Y9, Y9      \
	VMULPD 160(series), Y0, Y10    \
	VADDPD 128(series), Y10, Y10   \
	VMULPD Y10, Y6, Y10            \
	VADDPD Y10, Y9, Y9             \
	VMULPD Y9, Y6, Y9              \
	VADDPD Y9, Y8, Y8              \
	VMULPD Y8, Y7, Y7

// func raiseAVX(dst, numbers *float64, fours int, segments *segment, series *lanes) (done int)
TEXT ·raiseAVX(SB), NOSPLIT, $0-48
	MOVQ dst+0(FP), DI
	MOVQ numbers+8(FP), SI
	MOVQ fours+16(FP), CX
	MOVQ segments+24(FP), BX
	MOVQ series+32(FP), DX
	MOVQ SI, R13
	SUBQ $(const_firstSegment*16), BX
	CONSTANTS

four:
	OFFSETS
	SEGMENTS(BX, Y3, X3, Y4, X4)
	VUNPCKLPD Y4, Y3, Y5
	VUNPCKHPD Y4, Y3, Y7
	REST
	POWER(DX)
	VMOVUPD   Y7, (DI)
	ADDQ      $32, SI
	ADDQ      $32, DI
	DECQ      CX
	JNZ       four

done:
	SUBQ R13, SI
	SHRQ $3, SI
	MOVQ SI, done+40(FP)
	VZEROUPPER
	RET

// func raiseBothAVX(dst, other, numbers *float64, fours int, segments *segment, series *lanes, otherSegments *segment, otherSeries *lanes) (done int)
TEXT ·raiseBothAVX(SB), NOSPLIT, $0-72
	MOVQ dst+0(FP), DI
	MOVQ other+8(FP), R12
	MOVQ numbers+16(FP), SI
	MOVQ fours+24(FP), CX
	MOVQ segments+32(FP), BX
	MOVQ series+40(FP), DX
	MOVQ otherSegments+48(FP), R15
	MOVQ otherSeries+56(FP), R14
	MOVQ SI, R13
	SUBQ $(const_firstSegment*16), BX
	SUBQ $(const_firstSegment*16), R15
	CONSTANTS

four:
	OFFSETS
	SEGMENTS(BX, Y3, X3, Y4, X4)
	VUNPCKLPD Y4, Y3, Y5
	VUNPCKHPD Y4, Y3, Y7
	REST
	POWER(DX)
	VMOVUPD   Y7, (DI)
	SEGMENTS(R15, Y3, X3, Y4, X4)
	VUNPCKHPD Y4, Y3, Y7
	POWER(R14)
	VMOVUPD   Y7, (R12)
	ADDQ      $32, SI
	ADDQ      $32, DI
	ADDQ      $32, R12
	DECQ      CX
	JNZ       four

done:
	SUBQ R13, SI
	SHRQ $3, SI
	MOVQ SI, done+64(FP)
	VZEROUPPER
	RET
