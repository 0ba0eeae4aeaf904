package io.frontlineservice.callback;

import static org.springframework.web.bind.annotation.RequestMethod.DELETE;
import static org.springframework.web.bind.annotation.RequestMethod.GET;
import static org.springframework.web.bind.annotation.RequestMethod.HEAD;
import static org.springframework.web.bind.annotation.RequestMethod.OPTIONS;
import static org.springframework.web.bind.annotation.RequestMethod.PATCH;
import static org.springframework.web.bind.annotation.RequestMethod.PUT;

import io.frontlineservice.limit.Deadline;
import io.frontlineservice.template.Category;
import io.frontlineservice.template.TemplateService;
import io.frontlineservice.worker.WorkerDirectory;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The templates callback: the messages that the app offers to pick from. Called by Twilio
 * Frontline, behind the signature filter.
 *
 * @see <a href="https://www.twilio.com/docs/frontline/templated-messages">Templated
 * Messages</a>
 */
@RestController
@RequestMapping("/callbacks/templates")
final class TemplatesCallbackController {

	private final TemplateService templates;

	private final WorkerDirectory directory;

	private final CallbackSettings settings;

	TemplatesCallbackController(TemplateService templates, WorkerDirectory directory, CallbackSettings settings) {
		this.templates = templates;
		this.directory = directory;
		this.settings = settings;
	}

	@PostMapping(params = "Location=GetTemplatesByCustomerId")
	List<Category> getTemplatesByCustomerId(@CallbackForm TemplatesForm form) {
		return this.templates.templates(this.directory.worker(form.identity()), form.id(),
				Deadline.in(this.settings.budget()));
	}

	@PostMapping
	ResponseEntity<ProblemDetail> unknownLocation(
			@RequestParam(name = "Location", required = false) @Nullable String location) {
		return Answers.unknownLocation(location, "GetTemplatesByCustomerId");
	}

	@RequestMapping(method = { GET, HEAD, PUT, PATCH, DELETE, OPTIONS })
	ResponseEntity<ProblemDetail> notPost() {
		return Answers.onlyPost("templates callback");
	}

}
