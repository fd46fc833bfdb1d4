/** The page to sign in on, and the plain pages outside the application: server-rendered, needing no scripts. */
@org.jspecify.annotations.NullMarked
package org.koploper.ui.signin;
