package results

import (
	"reconfig/data/datapackage"
	"reconfig/data/folder"
)

// writeFigures writes figures and describes them.
func writeFigures(f *folder.Pending, figures []File) ([]datapackage.Resource, error) {
	var all []datapackage.Resource
	for _, figure := range figures {
		if err := f.Write(figure.Path, figure.Content); err != nil {
			return nil, err
		}
		all = append(all, figure.resource())
	}
	return all, nil
}

// writeDescription writes what the folder says of itself.
func writeDescription(f *folder.Pending, p any) error {
	content, err := datapackage.Encode(p)
	if err != nil {
		return err
	}
	return f.Write(datapackage.File, content)
}
