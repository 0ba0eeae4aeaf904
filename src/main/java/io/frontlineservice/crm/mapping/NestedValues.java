package io.frontlineservice.crm.mapping;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds values by a path with dots. Called by {@link CrmRecord}. */
final class NestedValues {

	private NestedValues() {
	}

	/** The value at that path; null if nothing is there. */
	static @Nullable Object find(Object container, String path) {
		if (container instanceof Collection<?> list) {
			return findInAll(list, path);
		}
		if (!(container instanceof Map<?, ?> map)) {
			return null;
		}
		if (map.containsKey(path)) {
			return map.get(path);
		}
		for (int dot = path.indexOf('.'); dot >= 0; dot = path.indexOf('.', dot + 1)) {
			Object nested = map.get(path.substring(0, dot));
			if (nested != null) {
				return find(nested, path.substring(dot + 1));
			}
		}
		return null;
	}

	private static @Nullable Object findInAll(Collection<?> list, String path) {
		List<Object> found = new ArrayList<>(list.size());
		for (Object element : list) {
			Object value = (element != null) ? find(element, path) : null;
			if (value instanceof Collection<?> several) {
				found.addAll(several);
			}
			else if (value != null) {
				found.add(value);
			}
		}
		return found.isEmpty() ? null : found;
	}

}
