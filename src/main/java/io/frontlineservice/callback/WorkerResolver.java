package io.frontlineservice.callback;

import io.frontlineservice.worker.Worker;
import io.frontlineservice.worker.WorkerDirectory;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.util.Assert;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Looks up the {@link Worker} argument of a handler in the directory. The argument must
 * follow a {@link WorkerForm}, which has been validated. Called by Spring MVC.
 */
final class WorkerResolver implements HandlerMethodArgumentResolver {

	private final WorkerDirectory directory;

	WorkerResolver(WorkerDirectory directory) {
		this.directory = directory;
	}

	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		return parameter.getParameterType() == Worker.class;
	}

	@Override
	public Object resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container,
			NativeWebRequest request, @Nullable WebDataBinderFactory binders) {
		Object form = request.getAttribute(CallbackFormResolver.FORM, NativeWebRequest.SCOPE_REQUEST);
		Assert.state(form instanceof WorkerForm, "A Worker argument must follow a WorkerForm");
		return this.directory.worker(((WorkerForm) form).identity());
	}

}
