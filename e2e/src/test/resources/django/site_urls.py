from django.contrib import admin
from django.urls import path
from library.models import Author, Tag

admin.site.register([Author, Tag])
urlpatterns = [path("admin/", admin.site.urls)]
