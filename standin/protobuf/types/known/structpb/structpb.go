// Package structpb has the types that parquet-go asks for. Nothing makes any of them.
package structpb

import "google.golang.org/protobuf/reflect/protoreflect"

// Struct is values by name.
type Struct struct{ Fields map[string]*Value }

// GetFields are the values.
func (s *Struct) GetFields() map[string]*Value { return s.Fields }

// ProtoReflect is nil.
func (*Struct) ProtoReflect() protoreflect.Message { return nil }

// ListValue is values in order.
type ListValue struct{ Values []*Value }

// GetValues are the values.
func (l *ListValue) GetValues() []*Value { return l.Values }

// ProtoReflect is nil.
func (*ListValue) ProtoReflect() protoreflect.Message { return nil }

// Value is one of the kinds below.
type Value struct{ Kind kind }

// GetKind is the value; nil where there is none.
func (v *Value) GetKind() kind {
	if v == nil {
		return nil
	}
	return v.Kind
}

type kind interface{ isKind() }

// The kinds of values.
type (
	Value_NullValue   struct{}
	Value_NumberValue struct{ NumberValue float64 }
	Value_StringValue struct{ StringValue string }
	Value_BoolValue   struct{ BoolValue bool }
	Value_StructValue struct{ StructValue *Struct }
	Value_ListValue   struct{ ListValue *ListValue }
)

func (*Value_NullValue) isKind()   {}
func (*Value_NumberValue) isKind() {}
func (*Value_StringValue) isKind() {}
func (*Value_BoolValue) isKind()   {}
func (*Value_StructValue) isKind() {}
func (*Value_ListValue) isKind()   {}
