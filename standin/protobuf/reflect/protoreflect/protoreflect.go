// Package protoreflect has the types that parquet-go asks for. Nothing makes any of them.
package protoreflect

// ProtoMessage is a message.
type ProtoMessage interface{ ProtoReflect() Message }

// Message is a message's fields.
type Message interface {
	Descriptor() MessageDescriptor
	Has(FieldDescriptor) bool
	Get(FieldDescriptor) Value
	Interface() ProtoMessage
}

// MessageDescriptor says which fields a message has.
type MessageDescriptor interface{ Fields() FieldDescriptors }

// FieldDescriptors are fields.
type FieldDescriptors interface{ ByName(Name) FieldDescriptor }

// FieldDescriptor is a field.
type FieldDescriptor interface{ Kind() Kind }

// Name is a field's name, and Kind what it holds.
type (
	Name string
	Kind int8
)

// MessageKind is a field that holds a message.
const MessageKind Kind = 11

// List is repeated values.
type List interface {
	Len() int
	Get(int) Value
}

// Map is values by key.
type Map interface {
	Len() int
	Range(func(MapKey, Value) bool)
}

// Value is one value, and MapKey a key.
type (
	Value  struct{}
	MapKey struct{}
)

// IsValid is false.
func (Value) IsValid() bool { return false }

// Interface is nil.
func (Value) Interface() any { return nil }

// Message is nil.
func (Value) Message() Message { return nil }

// Interface is nil.
func (MapKey) Interface() any { return nil }
