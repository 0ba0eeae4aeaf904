package io.frontlineservice.text;

import com.samskivert.mustache.Mustache;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Checks a template when it is parsed, and collects mistakes that Mustache would accept.
 * Called by {@link MessageTemplate}.
 */
final class TemplateValidator implements Mustache.Visitor {

	private static final Pattern SINGLE_BRACES = Pattern.compile("\\{\\s*([\\w.]+)\\s*\\}");

	private final Set<String> problems = new LinkedHashSet<>();

	private final Set<String> names = new HashSet<>();

	private final Set<String> sections = new HashSet<>();

	/** The fixed texts before and between the placeholders; the last one is open. */
	private final List<StringBuilder> literals = new ArrayList<>(List.of(new StringBuilder()));

	private final List<Placeholder> placeholders = new ArrayList<>();

	private final Vocabulary vocabulary;

	private boolean atStart = true;

	TemplateValidator(Vocabulary vocabulary) {
		this.vocabulary = vocabulary;
	}

	/** All mistakes, each once, in their order. */
	Set<String> problems() {
		return this.problems;
	}

	private void problem(String problem) {
		this.problems.add(problem);
	}

	Set<String> names() {
		return this.names;
	}

	Set<String> sections() {
		return this.sections;
	}

	/** All placeholders in their order, and the sections. */
	List<Placeholder> placeholders() {
		return List.copyOf(this.placeholders);
	}

	/** The parts of the text, if it has no sections. */
	Skeleton skeleton() {
		return new Skeleton(this.literals.stream().map(StringBuilder::toString).toList(),
				this.placeholders.stream().map(Placeholder::toString).toList());
	}

	@Override
	public void visitText(String text) {
		if (text.contains("{{") || text.contains("}}")) {
			problem("a placeholder is not closed, or not opened");
		}
		// Text that is not at the start follows a tag, possibly a comment, which is not
		// visited.
		if (!this.atStart && text.startsWith("}")) {
			problem("there is an extra brace after a placeholder, section or comment");
		}
		this.atStart = false;
		this.literals.get(this.literals.size() - 1).append(text);
		Matcher single = SINGLE_BRACES.matcher(text);
		while (single.find()) {
			if (this.vocabulary.has(single.group(1))) {
				problem("{" + single.group(1) + "} needs two braces on each side");
			}
		}
	}

	@Override
	public void visitVariable(String tag) {
		Placeholder placeholder = Placeholder.of(tag);
		String problem = placeholder.problem(this.vocabulary);
		if (problem != null) {
			problem(problem);
		}
		else {
			this.names.add(placeholder.name());
			this.placeholders.add(placeholder);
			this.literals.add(new StringBuilder());
		}
		this.atStart = false;
	}

	@Override
	public boolean visitSection(String tag) {
		if (Placeholder.of(tag).defaultText() != null) {
			problem("a section has a default value, which only a placeholder can have");
		}
		else {
			visitVariable(tag);
			this.sections.add(tag);
		}
		return true;
	}

	@Override
	public boolean visitInvertedSection(String tag) {
		return visitSection(tag);
	}

	@Override
	public boolean visitInclude(String name) {
		problem("partials ({{> ...}}) are not supported");
		return false;
	}

	@Override
	public boolean visitParent(String name) {
		problem("inheritance ({{< ...}}) is not supported");
		return false;
	}

	@Override
	public boolean visitBlock(String name) {
		problem("inheritance ({{$ ...}}) is not supported");
		return false;
	}

}
